import type { Registration, State } from './rules.ts';

/** A result stands already: a list brings nothing new to it. */
export function isJudged(registration: Pick<Registration, 'state'>): boolean {
  return ['recognised', 'not_recognised', 'withdrawn', 'annulled'].includes(registration.state);
}

/**
 * The result that a finished year's list records, whatever station the registration had reached: recognised under the decision
 * named at the import, or not recognised (null). Either way it was carried out, by the day of that decision.
 */
export function judge(registration: Registration, decisionId: number | null, decidedOn: string): Registration {
  return {
    ...registration,
    state: decisionId === null ? 'not_recognised' : 'recognised',
    submittedOn: registration.submittedOn ?? decidedOn,
    carriedOutOn: registration.carriedOutOn ?? decidedOn,
    recognisedBy: decisionId,
  };
}

/** What it was before a list recorded its result. */
export function restore(
  registration: Registration,
  before: { state: State; carriedOutOn: string | null },
): Registration {
  return { ...registration, state: before.state, carriedOutOn: before.carriedOutOn, recognisedBy: null };
}
