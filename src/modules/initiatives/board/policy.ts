import { isAuditor, isOfficer, isOfficerOver } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Who reminds at all: officers, of the units under theirs. */
export function mayRemind(actor: Actor): true | Reason {
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  return isOfficer(actor) || { code: 'board.only_officers' };
}

/** Whether an actor reminds these units, by their paths of today: each must lie under an office of theirs. */
export function mayRemindAll(actor: Actor, paths: readonly string[]): true | Reason {
  const may = mayRemind(actor);
  if (may !== true) return may;
  return paths.every((path) => isOfficerOver(actor, path)) || { code: 'board.only_under' };
}

/** Who follows what units send: offices, and who oversees everything. */
export function mayReadBoard(actor: Actor): true | Reason {
  const follows = actor.appointments.some(
    ({ role }) => !['registrant', 'sector_officer', 'people_administrator'].includes(role),
  );
  return follows || { code: 'board.only_offices' };
}
