import type { SheetLines } from './rules.ts';
import { findHeading } from './rules-headings.ts';
import { guessMeanings, headingWords } from './rules-meanings.ts';

/** Parts a sheet in which lists stand beside each other under one heading row: each keeps its own columns where they were, and what stands above them all. */
export function partedLists(sheet: SheetLines): SheetLines[] {
  const heading = findHeading(sheet.rows, sheet.merges);
  const from = heading ? secondList(heading.columns) : 0;
  if (!heading || from === 0) return [sheet];
  const left = sheet.rows.map((row) => ({ ...row, cells: row.cells.slice(0, from) }));
  const right = sheet.rows.map((row) => {
    const isTitle = row.number < heading.first && row.cells.slice(from).every((cell) => cell.trim() === '');
    return isTitle ? row : { ...row, cells: row.cells.map((cell, column) => (column < from ? '' : cell)) };
  });
  return [{ ...sheet, rows: left }, ...partedLists({ ...sheet, rows: right })];
}

// Where the words over the columns begin anew, with a name of a model in both halves; 0 where they do not.
function secondList(columns: readonly string[]): number {
  const words = columns.map((heading) => headingWords(heading.split(' / ').at(-1)!));
  const first = words.findIndex((one) => one !== '');
  const from = words.indexOf(words[first]!, first + 1);
  if (first < 0 || from < 0) return 0;
  const halves = [columns.slice(first, from), columns.slice(from)];
  const named = halves.every((half) => half.some((heading) => (guessMeanings(heading)[0]?.meaning ?? '') === 'name'));
  const same = words.slice(from).filter((one) => one !== '' && words.slice(first, from).includes(one));
  return named && same.length >= 3 ? from : 0;
}
