import { type RegisterLine, settled } from '#modules/registers/cell/rules-letters.ts';
import { fold } from '#platform/vietnamese.ts';
import { guessMeanings, headingWords } from './rules-meanings.ts';

export type Merged = { top: number; left: number; bottom: number; right: number };

/** Where the heading of a register stands: `row` is the Excel number of its last row, `columns` the text over each column ('top / below' when it has two rows). */
export type Heading = { row: number; first: number; columns: string[] };

const SEARCHED = 40;
const LONGEST_HEADING = 120;

/** Finds the heading under an office's title block among the first 40 rows; null when no row looks like one. */
export function findHeading(lines: readonly RegisterLine[], merges: readonly Merged[] = []): Heading | null {
  // A whole list may come in the letters of an older encoding, its heading too.
  const searched = settled(lines.slice(0, SEARCHED));
  const scores = searched.map(({ cells }) => scoreOf(cells));
  let best = 0;
  for (let i = 1; i < scores.length; i += 1) if (scores[i]! > scores[best]!) best = i;
  if ((scores[best] ?? 0) < 2) return null;
  const from = best > 0 && isAbove(searched[best - 1]!, searched[best]!, scores[best - 1]!) ? best - 1 : best;
  let to = best;
  while (to - from < 2 && searched[to + 1] && isBelow(searched.slice(from, to + 1), searched[to + 1]!, merges)) to += 1;
  const columns = joinRows(searched.slice(from, to + 1), merges);
  const named = columns.some((column) => guessMeanings(column).some((guess) => guess.meaning === 'name'));
  return named ? { row: searched[to]!.number, first: searched[from]!.number, columns } : null;
}

/** The words over the columns by which a heading is known again, whatever row it stands in. */
export function headingWordsOf({ columns }: Heading): string {
  return columns
    .map((column) => fold(column))
    .join('|')
    .replace(/\|+$/, '')
    .slice(0, 2_000);
}

/** True for a row that repeats the heading, as printed lists do on every page. */
export function repeatsHeading(cells: readonly string[], heading: Heading): boolean {
  let same = 0;
  for (const [i, cell] of cells.entries()) {
    const words = cell.length > LONGEST_HEADING ? '?' : headingWords(cell);
    if (words === '') continue;
    const column = headingWords(heading.columns[i] ?? '');
    if (!column.startsWith(words) && !column.endsWith(words)) return false;
    same += 1;
  }
  return same >= 3;
}

/**
 * The words over the columns of a further table in the same sheet, where they are others than the first one's; null for any other row. `deep`
 * says how many rows they take: `next` is the line under it, in which the lower half of it may stand.
 */
export function furtherHeading(
  line: RegisterLine,
  next: RegisterLine | undefined,
  first: Heading,
  merges: readonly Merged[] = [],
): { columns: string[]; deep: 1 | 2 } | null {
  const { cells } = line;
  const filled = cells.filter((cell) => cell.trim() !== '');
  // Nearly every model is numbered or long: those are not looked at any closer.
  if (filled.length < 4 || filled.some((cell) => cell.length > LONGEST_HEADING || /^\d+\.?$/.test(cell))) return null;
  if (repeatsHeading(cells, first)) return null;
  const known = filled.filter((cell) => scoreOf([cell]) > 0).length;
  // A model may be called as a heading is, be a 'Tập thể' and 'Đạt': all of its cells are not.
  if (known < 4 || known * 4 < filled.length * 3 || scoreOf(cells) < 5) return null;
  const rows = next && isBelow([line], next, merges) ? [line, next] : [line];
  const columns = joinRows(rows, merges).map((words, column) => words || (first.columns[column] ?? ''));
  return { columns, deep: rows.length as 1 | 2 };
}

function scoreOf(cells: readonly string[]): number {
  const meanings = new Set<string>();
  for (const cell of cells) {
    const guess = cell.length <= LONGEST_HEADING ? guessMeanings(cell)[0] : undefined;
    if (guess && guess.weight >= 4) meanings.add(guess.meaning);
  }
  return meanings.has('name') && meanings.size > 1 ? meanings.size + 1 : meanings.size;
}

// A group heading ('Kết quả' over 'Đạt' and 'Không đạt') or the upper half of cells merged downwards.
function isAbove(above: RegisterLine, row: RegisterLine, points: number): boolean {
  return above.number === row.number - 1 && points >= 1 && filledCells(above) >= 2;
}

function isBelow(heading: readonly RegisterLine[], next: RegisterLine, merges: readonly Merged[]): boolean {
  const top = heading.at(-1)!;
  if (next.number !== top.number + 1) return false;
  const filled = next.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ cell: cell, column }]));
  const words = filled.filter(({ cell }) => cell.length <= 60 && !/^\(?\d+\)?$/.test(cell));
  if (filled.length === 0 || words.length < filled.length) return false;
  const names = heading.flatMap(({ cells }) =>
    cells.flatMap((cell, i) => (guessMeanings(cell)[0]?.meaning === 'name' ? [i] : [])),
  );
  // '(TT hoặc CN)' only adds to what stands above it.
  const own = filled.filter(({ cell }) => !/^\(.*\)$/.test(cell.trim()));
  if (own.some(({ column }) => names.includes(column))) return false;
  const known = filled.filter(({ cell }) => (guessMeanings(cell)[0]?.weight ?? 0) >= 4).length;
  const grouped = filled.length - own.filter(({ column }) => !isGrouped(heading, column, merges)).length;
  return grouped === filled.length && (known > 0 || filled.length >= 2);
}

// Stands under a cell that spans several columns: merged there, or followed by an empty one where a text table lost its merging.
function isGrouped(heading: readonly RegisterLine[], column: number, merges: readonly Merged[]): boolean {
  const row = heading.at(-1)!;
  if (merges.some((m) => m.top <= row.number && m.bottom >= row.number && m.left <= column && m.right >= column)) {
    return merges.some(
      (m) =>
        m.right > m.left &&
        m.bottom <= row.number &&
        m.top >= heading[0]!.number &&
        m.left <= column &&
        m.right >= column,
    );
  }
  return !row.cells[column]?.trim() || !row.cells[column + 1]?.trim();
}

function joinRows(rows: readonly RegisterLine[], merges: readonly Merged[]): string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row, depth) => textOver(row, column, merges, rows.slice(depth + 1)));
    return [...new Set(texts.filter(Boolean))].join(' / ');
  });
}

function textOver(
  row: RegisterLine,
  column: number,
  merges: readonly Merged[],
  below: readonly RegisterLine[],
): string {
  const own = row.cells[column] ?? '';
  if (own.trim() !== '') return own;
  const merged = merges.find((m) => m.top === row.number && m.left <= column && m.right >= column);
  if (merged) return row.cells[merged.left] ?? '';
  const spans = below.some(({ cells }) => cells[column]?.trim());
  // A workbook merges a cell of the heading over its columns, or writes it over the first of them only.
  if (!spans || merges.some((m) => m.top <= row.number && m.bottom >= row.number)) return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    if (row.cells[left]?.trim()) return below.some(({ cells }) => cells[left]?.trim()) ? row.cells[left]! : '';
  }
  return '';
}

function filledCells(row: RegisterLine): number {
  return row.cells.filter((cell) => cell.trim() !== '').length;
}
