import type { Merge } from './sheet.ts';
import { columnName, fixedParts, startOfSheet, textCell } from './sheet-writer-parts.ts';
import { writeZip } from './zip-writer.ts';

/** How a text stands in its cell; the numbers are those of the workbook's styles. */
const LOOKS = { plain: 5, header: 1, title: 2, bad: 6, why: 7, box: 8 } as const;

export type MarkedCell = { text: string; look: keyof typeof LOOKS } | null;

/** A sheet whose rows keep their own numbers; `frozen` rows stay in view, `widths` are in characters. */
export interface MarkedSheet {
  name: string;
  widths: readonly number[];
  frozen: number;
  /** A `height` in lines of text; without one a row is as high as one. */
  rows: Iterable<{ number: number; cells: readonly MarkedCell[]; height?: number }>;
  merges: readonly Merge[];
  /** Columns, from 0, that are there and not shown. */
  aside?: readonly number[];
  /** Cells that take one of a list: their address, and the column of the workbook's lists that holds it. */
  choices?: readonly { at: string; list: number }[];
}

/** What cells offer to choose from, in columns of a sheet of its own, which is not shown. */
export type Lists = readonly (readonly string[])[];
const LISTS = 'Lists';

const PIECE = 64 * 1024;
const LINE_POINTS = 15;

/** An .xlsx of several sheets in which cells are marked. Every cell is text whatever it begins with. */
export function writeMarked(sheets: readonly MarkedSheet[], lists: Lists = []): AsyncGenerator<Uint8Array> {
  const all = lists.length > 0 ? [...sheets, sheetOfLists(lists)] : sheets;
  const names = all.map((sheet) => sheet.name);
  const parts = fixedParts(names, all.length - sheets.length).map(([path, xml]) => ({ path, text: [xml] }));
  const written = all.map((sheet, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, text: sheetXml(sheet, lists) }));
  return writeZip([...parts, ...written]);
}

function sheetOfLists(lists: Lists): MarkedSheet {
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, at) => ({
    number: at + 1,
    cells: lists.map((list): MarkedCell => (list[at] === undefined ? null : { text: list[at], look: 'plain' })),
  }));
  return { name: LISTS, widths: lists.map(() => 30), frozen: 0, rows, merges: [] };
}

function* sheetXml({ widths, frozen, rows, merges, aside, choices }: MarkedSheet, lists: Lists): Generator<string> {
  const columns = widths.map((width, i) => {
    const hidden = aside?.includes(i) ? ' hidden="1"' : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${hidden} customWidth="1"/>`;
  });
  let piece = `${startOfSheet(frozen)}<cols>${columns.join('')}</cols><sheetData>`;
  for (const { number, cells, height } of rows) {
    const xml = cells.map((cell, i) => cell && textCell(cell.text, `${columnName(i)}${number}`, LOOKS[cell.look]));
    const high = height === undefined ? '' : ` ht="${height * LINE_POINTS}" customHeight="1"`;
    piece += `<row r="${number}"${high}>${xml.join('')}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  const joined = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${columnName(left)}${top}:${columnName(right)}${bottom}"/>`,
  );
  const merged = joined.length > 0 ? `<mergeCells>${joined.join('')}</mergeCells>` : '';
  yield `${piece}</sheetData>${merged}${validations(choices ?? [], lists)}</worksheet>`;
}

function validations(choices: NonNullable<MarkedSheet['choices']>, lists: Lists): string {
  const offered = choices.filter(({ list }) => (lists[list]?.length ?? 0) > 0);
  if (offered.length === 0) return '';
  const each = offered.map(({ at, list }) => {
    const column = `$${columnName(list)}`;
    const from = `${LISTS}!${column}$1:${column}$${lists[list]?.length}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${at}"><formula1>${from}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}
