import { isAuditor, isSystem } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { askingUnits } from '../criterion/policy.ts';

/** What is asked of the units directly under one is set by that one's own officers: nobody sets what is asked of themselves. */
export function maySetTargets(actor: Actor, above: { unitId: number }): true | Reason {
  if (isSystem(actor) || askingUnits(actor).some((unit) => unit.id === above.unitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'target.only_superior' };
}
