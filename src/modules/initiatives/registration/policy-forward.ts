import { isAuditor, isSystem, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** What a unit's body has recognised is put forward by whoever serves there, nobody above or below. */
export function mayPutForward(actor: Actor, { responsibleUnitId }: { responsibleUnitId: number }): true | Reason {
  if (isSystem(actor) || servesAt(actor, responsibleUnitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'forward.only_serving' };
}
