import type { Registration, State } from './rules.ts';

/** A result stands already: a list brings nothing new to it. */
export function isJudged(registration: Pick<Registration, 'state'>): boolean {
  return ['recognised', 'not_recognised', 'carried_over', 'withdrawn', 'annulled'].includes(registration.state);
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

/** What a registration was; `versionId` is there when texts of its form were filled in. */
export interface Before {
  state: State;
  carriedOutOn: string | null;
  versionId?: number | undefined;
}

/** What it was before a list filled it in. */
export function restore(registration: Registration, before: Before): Registration {
  return {
    ...registration,
    state: before.state,
    carriedOutOn: before.carriedOutOn,
    recognisedBy: before.state === 'recognised' ? registration.recognisedBy : null,
    versionId: before.versionId ?? registration.versionId,
  };
}
