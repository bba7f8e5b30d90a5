import type { Level } from '#modules/organisations/unit/rules.ts';
import { isAuditor, isSystem } from '#modules/people/appointment/policy.ts';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** What a decision recognised is made public, and taken back, by an officer of the unit whose decision it is. */
export function mayPublish(actor: Actor, decision: { unitId: number; level: Level }): true | Reason {
  if (isSystem(actor)) return true;
  const serves = actor.appointments.some((each) => each.unitId === decision.unitId && each.role in OFFICER_LEVEL);
  if (serves) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: `publication.why_not.level_${decision.level}` };
}
