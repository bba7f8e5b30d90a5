import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isAdministrator, isAuditor, isOfficer } from '../appointment/policy.ts';
import { OFFICER_LEVEL } from '../appointment/rules.ts';

/** Bodies of a unit are kept by its own officers, who judge and decide there themselves, and by administrators. */
export function mayManageBody(actor: Actor, body: { unitId: number }): true | Reason {
  if (isAdministrator(actor)) return true;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  const serves = actor.appointments.some(
    (each) => each.unitId === body.unitId && !each.kept && each.role in OFFICER_LEVEL,
  );
  return serves || { code: 'body.only_its_unit' };
}

/** Who opens the form of a new body: whoever keeps those of some unit. */
export function mayFoundBodies(actor: Actor): true | Reason {
  if (isAuditor(actor) && !isAdministrator(actor)) return { code: 'refusal.read_only' };
  return isOfficer(actor) || isAdministrator(actor) || { code: 'body.only_its_unit' };
}
