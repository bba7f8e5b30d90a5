import type { State } from '#modules/initiatives/registration/rules.ts';
import { FEEDBACK_MAX, JUDGED } from '#modules/initiatives/registration/rules-feedback.ts';
import type { Conflict } from '../review/rules.ts';

/**
 * One text to begin from: what the appraisers meant for the registrant, each once, parted by an empty line, in at most 4,000
 * characters. A person edits and sends it, or not: it is never sent as it is.
 */
export function draftOf(words: readonly string[]): string {
  const each = [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
  return each.join('\n\n').slice(0, FEEDBACK_MAX).trimEnd();
}

/** How the feedback of one registration stands to who works on it. */
export interface Standing {
  state: State;
  /** In a team's hands: its unit. There a verdict is staged, and nobody in a conflict has a word. */
  teamUnitId: number | null;
  /** Counts the changes of the verdict that is staged; null without one. */
  revision: number | null;
  conflict: Conflict | null;
  /** Whether others' scores may be looked at. */
  open: boolean;
}

/** What may be done with feedback now: laid beside a staged verdict, sent after one that stands, or nothing. */
export const stepOf = ({ state, revision }: Standing): 'prepare' | 'give' | null =>
  JUDGED.includes(state) ? 'give' : state === 'self_assessed' && revision !== null ? 'prepare' : null;
