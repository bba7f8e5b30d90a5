import type { Verdict } from '../appraisal/rules.ts';
import type { Conflict, Review } from '../review/rules.ts';

/** A model of a team with its scores and the verdict that is staged for it. */
export interface Outcome {
  id: number;
  version: number;
  code: string;
  name: string;
  registrant: string;
  /** Of the reader of the page. */
  conflict: Conflict | null;
  open: boolean;
  reviews: Review[];
  staged: Staged | null;
}
export interface Staged {
  verdict: Verdict;
  reason: string;
  /** What is sent to the registrant with it; empty: nothing. */
  feedback: string;
  /** Counts its changes. */
  revision: number;
  total: number | null;
  counted: number;
  by: string;
}

/** What a preview showed, as its form carries it: `12-3-proposed-2` is registration 12 as of its version 3, its verdict as of its change 2. */
export const written = (
  rows: readonly { id: number; version: number; staged: { verdict: Verdict; revision: number } | null }[],
): string =>
  rows
    .flatMap(({ id, version, staged }) => (staged ? [`${id}-${version}-${staged.verdict}-${staged.revision}`] : []))
    .toSorted()
    .join(' ');
