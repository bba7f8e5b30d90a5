import type { State, Subject } from '#modules/initiatives/registration/rules.ts';
import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';

/** A model that a unit has recognised and may put forward; `score` in hundredths of 100, null where none was given. */
export interface ForwardCandidate {
  id: number;
  initiativeId: number;
  code: string;
  name: string;
  registrant: string;
  unit: string | null;
  subject: Subject;
  score: number | null;
}

/** One that was put forward, how it stands above, and why it came down, if it did. */
export interface Forwarded extends Omit<ForwardCandidate, 'score'> {
  /** The registration at the next level. */
  aboveId: number;
  level: Level;
  putOn: string;
  putBy: string;
  reason: string;
  state: State;
  /** Said above when it was returned or not recognised. */
  cameDown: string | null;
}

/** The next level of a year above one; nothing above the highest. */
export function nextLevel(levels: readonly Level[], level: Level): Level | undefined {
  return LEVELS.slice(LEVELS.indexOf(level) + 1).find((each) => levels.includes(each));
}

/** What takes a place of the quota: whatever was put forward, unless it was withdrawn or annulled. */
const takesPlace = (state: State) => state !== 'withdrawn' && state !== 'annulled';

/** How many more may be put forward; null where nobody has set a limit. */
export function placesLeft(most: number | null, forwarded: readonly { state: State }[]): number | null {
  return most === null ? null : Math.max(0, most - forwarded.filter((each) => takesPlace(each.state)).length);
}
