import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayJudge } from './policy.ts';
import type { Registration } from './rules.ts';
import { JUDGED } from './rules-feedback.ts';

/** Whoever may judge tells the registrant more than the verdict, once that stands. */
export function mayTellRegistrant(actor: Actor, registration: Registration): true | Reason {
  const may = mayJudge(actor, registration);
  if (may !== true) return may;
  return JUDGED.includes(registration.state) || { code: 'registration.why_not.state.feedback' };
}
