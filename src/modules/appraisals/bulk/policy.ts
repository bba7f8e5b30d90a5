import { mayMove } from '#modules/initiatives/registration/policy.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { isAuditor, isOfficer } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayGiveVerdict } from '../appraisal/policy.ts';
import { BULK_ACTS, type BulkAct } from './rules.ts';

const VERDICT_OF = { propose: 'proposed', decline: 'not_recognised' } as const;

/** The acts that are ever this person's to do to several at once: an office's all, a committee's its verdicts. */
export function bulkActsOf(actor: Actor): BulkAct[] {
  if (isAuditor(actor)) return [];
  if (isOfficer(actor)) return [...BULK_ACTS];
  return actor.appointments.some((each) => each.role === 'committee_member' && !each.kept)
    ? ['propose', 'decline']
    : [];
}

/** Whether somebody acts on several at once at all. */
export function mayBulk(actor: Actor): true | Reason {
  return bulkActsOf(actor).length > 0 || { code: 'bulk.why_not' };
}

/** True, or why this one of the selected cannot be acted upon. */
export function mayBulkThis(
  actor: Actor,
  registration: Registration & { teamId: number | null },
  act: BulkAct,
): true | Reason {
  return act === 'propose' || act === 'decline'
    ? mayGiveVerdict(actor, registration, VERDICT_OF[act])
    : mayMove(actor, registration, act);
}
