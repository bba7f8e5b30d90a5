import type { Translate } from '#platform/i18n.ts';
import type { Heading } from './rules-headings.ts';
import type { Mapping } from './rules-mapping.ts';
import { problemKey, type WhyNotWritten } from './rules-problems.ts';

/** What a preview says to a script: the counts, what is wrong where, and which column was read as what. */
export interface ImportAnswer {
  rows: number;
  valid: number;
  invalid: number;
  recognised: number;
  created: number;
  updated: number;
  unchanged: number;
  conflicting: number;
  /** `row` as Excel shows it, `column` its letter, null when it is about the whole row. */
  errors: { row: number; column: string | null; code: string; message: string }[];
  mapping: Record<string, string>;
  repaired: number;
}

interface Read {
  heading: Heading;
  mapping: Mapping;
  rows: readonly { why: readonly WhyNotWritten[] }[];
  counts: Omit<ImportAnswer, 'errors' | 'mapping'>;
}

/** The letter of a column counted from 0, as Excel shows it. */
export function columnLetter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetter(Math.floor(column / 26) - 1) + rest;
}

/** The sentence of a row's problem, in the translator's language. */
export function problemSentence(problem: Pick<WhyNotWritten, 'code' | 'params'>, t: Translate): string {
  return t(problemKey(problem), problem.params);
}

/** The answer of `kheo import --json`. Rows that differ from what stands in the system are told among the errors too. */
export function answerOf(read: Read, t: Translate): ImportAnswer {
  const errors = read.rows.flatMap(({ why }) =>
    why.map((problem) => ({
      row: problem.row,
      column: problem.column === null ? null : columnLetter(problem.column),
      // In what it differs stands in the sentence; a script asks for one word.
      code: problem.code.startsWith('row.conflicting') ? 'row.conflicting' : problem.code,
      message: problemSentence(problem, t),
    })),
  );
  const mapping: Record<string, string> = {};
  for (const [column, meaning] of Object.entries(read.mapping)) {
    const heading = read.heading.columns[Number(column)] || columnLetter(Number(column));
    // Fields that are ticked stand in several columns.
    mapping[meaning] = mapping[meaning] ? `${mapping[meaning]}; ${heading}` : heading;
  }
  const { repaired, ...counts } = read.counts;
  return { ...counts, errors, mapping, repaired };
}
