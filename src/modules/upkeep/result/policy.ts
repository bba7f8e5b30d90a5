import { mayWriteFor } from '#modules/initiatives/registration/policy.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { isAuditor, isOfficerOver, isSystem } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import type { ResultState } from './rules.ts';

/** Of a result what policies ask: how it stands, and who claimed it. */
interface Claimed {
  state: ResultState;
  claimedBy: number | null;
}

/** Whoever may write for the registrant tells what the model has brought about. */
export const mayClaim = (actor: Actor, registration: Registration): true | Reason => mayWriteFor(actor, registration);

function office(actor: Actor, { keeperPath }: Registration): true | Reason {
  if (isOfficerOver(actor, keeperPath)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'result.why_not.office' };
}

/** An officer of the unit that keeps the model, or of one above; never who claimed it. */
export function mayVerify(actor: Actor, registration: Registration, { state, claimedBy }: Claimed): true | Reason {
  if (state !== 'claimed') return { code: `result.why_not.${state}` };
  const may = office(actor, registration);
  if (may !== true) return may;
  return claimedBy === actor.id && !isSystem(actor) ? { code: 'result.why_not.own' } : true;
}

/** A claim is taken back by whoever may write for the registrant; what an office has verified, by an office. */
export function mayTakeBack(actor: Actor, registration: Registration, { state }: Claimed): true | Reason {
  if (state === 'taken_back') return { code: 'result.why_not.taken_back' };
  return state === 'verified' ? office(actor, registration) : mayWriteFor(actor, registration);
}
