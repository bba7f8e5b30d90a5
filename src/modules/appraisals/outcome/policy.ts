import { isAuditor, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Verdicts of a team's models are staged and applied by those who serve at its unit. */
export function mayConclude(actor: Actor, team: { unitId: number }): true | Reason {
  if (servesAt(actor, team.unitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'outcome.only_serving' };
}
