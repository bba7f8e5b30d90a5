import { isAuditor, isOfficer, isSectorOfficer, isSystem } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Registrants, officers and those of a sector write drafts; nobody else has anything to register. */
export function mayDraft(actor: Actor): true | Reason {
  if (isSystem(actor)) return true;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  return isOfficer(actor) || isSectorOfficer(actor) || actor.appointments.some((each) => each.role === 'registrant')
    ? true
    : { code: 'draft.not_allowed' };
}

/** A draft is its writer's alone. */
export function mayWriteDraft(actor: Actor, draft: { ownerId: number }): true | Reason {
  return actor.id === draft.ownerId ? mayDraft(actor) : { code: 'refusal.not_yours' };
}

/** Whether a person writes in its own name alone, as the account of a registrant; an office writes for those of its territory. */
export function writesOwn(actor: Actor): boolean {
  return !isOfficer(actor) && !isSectorOfficer(actor);
}
