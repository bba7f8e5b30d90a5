import type { State } from './rules.ts';
import type { EventDetails } from './rules-return.ts';

/** How much is said to a registrant at once, in characters. */
export const FEEDBACK_MAX = 4_000;
/** Where a verdict stands, so that feedback on it may be said. */
export const JUDGED: readonly State[] = ['proposed', 'recognised', 'not_recognised'];

/** An event as what was said to the registrant is found in it. */
interface Said {
  id: number;
  registrationId: number;
  act: string;
  at: Date;
  details: EventDetails;
}

/**
 * What the registrant of one registration is told beside the verdict: the latest that was said since its appraisal was last taken
 * up again; undefined when nothing was. `events` come latest first.
 */
export function feedbackIn<E extends Said>(events: readonly E[], registrationId: number): E | undefined {
  const own = events.filter((each) => each.registrationId === registrationId);
  const found = own.find((each) => each.act === 'feedback' || each.act === 'reopen');
  return found?.act === 'feedback' ? found : undefined;
}
