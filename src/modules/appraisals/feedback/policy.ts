import { isRegistrantOf } from '#modules/initiatives/registration/policy.ts';
import { mayTellRegistrant } from '#modules/initiatives/registration/policy-feedback.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayConclude } from '../outcome/policy.ts';
import { type Standing, stepOf } from './rules.ts';

/** In a team's hands nobody in a conflict has a word, nor anybody whose own scores are not in. */
function mayKnow({ teamUnitId, conflict, open }: Standing): true | Reason {
  if (teamUnitId !== null && conflict) return { code: `review.conflict.${conflict}` };
  return open || teamUnitId === null || { code: 'review.hidden' };
}

/** Who prepares what is sent with a staged verdict: whoever concludes for the team. */
export function mayPrepare(actor: Actor, standing: Standing): true | Reason {
  if (standing.teamUnitId === null) return { code: 'feedback.why_not.unstaged' };
  const may = mayConclude(actor, { unitId: standing.teamUnitId });
  if (may !== true) return may;
  return stepOf(standing) === 'prepare' ? mayKnow(standing) : { code: 'feedback.why_not.unstaged' };
}

/** Who tells the registrant something after the verdict: whoever may judge. */
export function mayGiveFeedback(actor: Actor, registration: Registration, standing: Standing): true | Reason {
  const may = mayTellRegistrant(actor, registration);
  return may === true ? mayKnow(standing) : may;
}

/** Saying that it was read is the registrant's. */
export function mayReadFeedback(actor: Actor, registration: Registration): true | Reason {
  return isRegistrantOf(actor, registration) || { code: 'feedback.why_not.registrant' };
}
