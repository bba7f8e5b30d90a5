import { rowOf, sheetOf } from '#modules/registers/sheet/rules.ts';
import type { Translate } from '#platform/i18n.ts';
import { problemKey, type WhyNotWritten } from './rules-problems.ts';
import type { ReadSheet } from './rules-read.ts';

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
  errors: { row: number; sheet?: string; column: string | null; code: string; message: string }[];
  mapping: Record<string, string>;
  repaired: number;
  /** The sheets that were read, where there are several; each error then names its own. */
  sheets?: string[];
}

interface Read {
  sheets: readonly Pick<ReadSheet, 'index' | 'name' | 'heading' | 'mapping'>[];
  rows: readonly { why: readonly WhyNotWritten[] }[];
  counts: Omit<ImportAnswer, 'errors' | 'mapping' | 'sheets'>;
}

/** The letter of a column counted from 0, as Excel shows it. */
export function columnLetter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetter(Math.floor(column / 26) - 1) + rest;
}

/** Where a line stands, in words: 'Dòng 12', with its sheet where several are read (`sheets` by their index, else empty). */
export function lineWords(line: number, sheets: readonly string[], t: Translate): string {
  const params = { row: String(rowOf(line)), sheet: sheets[sheetOf(line)] ?? '' };
  return params.sheet ? t('register.sheets.line', params) : t('register.notes.line', params);
}

/** The same for a cell; `letter` is its column's. */
export function cellWords(line: number, letter: string, sheets: readonly string[], t: Translate): string {
  const params = { row: String(rowOf(line)), letter, sheet: sheets[sheetOf(line)] ?? '' };
  return params.sheet ? t('register.sheets.cell', params) : t('register.notes.cell', params);
}

/** The sentence of a row's problem, in the translator's language. */
export function problemSentence(problem: Pick<WhyNotWritten, 'code' | 'params'>, t: Translate): string {
  return t(problemKey(problem), problem.params);
}

/** The answer of `kheo import --json`. Rows that differ from what stands in the system are told among the errors too. */
export function answerOf(read: Read, t: Translate): ImportAnswer {
  const several = read.sheets.length > 1;
  const names = new Map(read.sheets.map((sheet) => [sheet.index, sheet.name]));
  const errors = read.rows.flatMap(({ why }) =>
    why.map((problem) => ({
      row: rowOf(problem.row),
      ...(several && { sheet: names.get(sheetOf(problem.row)) ?? '' }),
      column: problem.column === null ? null : columnLetter(problem.column),
      // In what it differs stands in the sentence; a script asks for one word.
      code: problem.code.startsWith('row.conflicting') ? 'row.conflicting' : problem.code,
      message: problemSentence(problem, t),
    })),
  );
  const mapping: Record<string, string> = {};
  for (const sheet of read.sheets)
    for (const [column, meaning] of Object.entries(sheet.mapping)) {
      const heading = sheet.heading.columns[Number(column)] || columnLetter(Number(column));
      // Fields that are ticked stand in several columns; sheets mostly say the same again.
      const known = mapping[meaning]?.split('; ') ?? [];
      if (!known.includes(heading)) mapping[meaning] = [...known, heading].join('; ');
    }
  const { repaired, ...counts } = read.counts;
  const sheets = several && { sheets: read.sheets.map((sheet) => sheet.name) };
  return { ...counts, errors, mapping, repaired, ...sheets };
}
