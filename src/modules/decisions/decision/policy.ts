import type { Level } from '#modules/organisations/unit/rules.ts';
import { isAuditor, isOfficerOver, isSystem, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** A decision is a paper of one unit's body: whoever serves there records it, nobody above or below. */
export function mayDecide(actor: Actor, decision: { unitId: number; level: Level }): true | Reason {
  if (isSystem(actor) || servesAt(actor, decision.unitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: `decision.why_not.level_${decision.level}` };
}

/** Who records decisions of some unit at all; of which, the unit says. */
export function mayDecideSomewhere(actor: Actor): true | Reason {
  if (isSystem(actor) || actor.appointments.some((each) => servesAt(actor, each.unitId))) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'decision.why_not.body' };
}

/**
 * A paper of the past is recorded, not taken: an office that reads in a finished year's list names the decision for any unit of its
 * territory. `path` is the unit's place.
 */
export function mayRecordDecision(
  actor: Actor,
  decision: { unitId: number; level: Level; path: string },
): true | Reason {
  return isOfficerOver(actor, decision.path) || mayDecide(actor, decision);
}
