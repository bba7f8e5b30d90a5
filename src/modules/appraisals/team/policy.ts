import { isAuditor } from '#modules/people/appointment/policy.ts';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** The units at which the actor forms teams: where they are an officer. */
export const teamUnits = (actor: Actor) =>
  actor.appointments.flatMap(({ role, kept, unitId, unitName, level }) =>
    role in OFFICER_LEVEL && !kept ? [{ id: unitId, name: unitName, level }] : [],
  );

/** Teams of a unit are formed, and work is shared out, by its own officers. */
export function mayFormTeam(actor: Actor, team: { unitId: number; level: string }): true | Reason {
  if (teamUnits(actor).some((unit) => unit.id === team.unitId && unit.level === team.level)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'team.only_its_officers' };
}
