import { isAdministrator, isAuditor, isOfficer, servesAt } from '#modules/people/appointment/policy.ts';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** A movement is set up by the officers of the unit that keeps it, and by administrators. */
export function maySetUp(actor: Actor, movement: { unitId: number | null }): true | Reason {
  if (isAdministrator(actor)) return true;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  const isOfficerThere = actor.appointments.some((each) => each.role in OFFICER_LEVEL && !each.kept);
  const keeps = movement.unitId !== null && isOfficerThere && servesAt(actor, movement.unitId);
  return keeps || { code: 'movement.only_its_office' };
}

/** Who opens the form of a new movement: administrators, and officers, whose units may keep one. */
export function mayFound(actor: Actor): true | Reason {
  if (isAuditor(actor) && !isAdministrator(actor)) return { code: 'refusal.read_only' };
  return isOfficer(actor) || isAdministrator(actor) || { code: 'movement.only_its_office' };
}
