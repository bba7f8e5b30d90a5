import type { State } from '#modules/initiatives/registration/rules.ts';
import { isAuditor, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import type { Conflict } from './rules.ts';

/** A model as somebody who is to read it stands to it. */
export interface Reading {
  registrationState: State;
  mine: 'waiting' | 'given' | 'recused' | null;
  conflict: Conflict | null;
}

/** Who scores a model: whoever was asked to and has not yet. A conflict comes before every grant. */
export function mayReview(_actor: Actor, reading: Reading): true | Reason {
  if (reading.conflict) return { code: `review.conflict.${reading.conflict}` };
  if (reading.mine === null) return { code: 'review.why_not.not_asked' };
  if (reading.mine !== 'waiting') return { code: `review.why_not.${reading.mine}` };
  return reading.registrationState === 'self_assessed' || { code: 'review.why_not.state' };
}

/** What was seen on the spot is noted by those who serve where the model is judged. */
export function mayNoteVisit(actor: Actor, registration: { responsibleUnitId: number }): true | Reason {
  if (servesAt(actor, registration.responsibleUnitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'review.why_not.serving' };
}
