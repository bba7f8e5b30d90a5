import { cellXml, columnName, fixedParts, startOfSheet, textCell } from './sheet-writer-parts.ts';
import { writeZip } from './zip-writer.ts';

/** A column to write: `width` in characters; a date is given as 'YYYY-MM-DD'. */
export type SheetColumn = { title: string; width?: number; kind: 'text' | 'number' | 'date' };
export type SheetValue = string | number | null;
export type SheetValues = readonly SheetValue[];
export type SheetOptions = { sheet: string; titleLines?: readonly string[] };

/** Letters that are put together before they are written: few enough to be forgotten soon, which keeps memory tidy by itself. */
const PIECE = 16 * 1024;
/** Bytes that are sent together: each sending is a call of the system. */
const PARCEL = 256 * 1024;

/** An .xlsx as it is written: title lines, a bold header that stays in view with filters, one row per item. Text cells are texts whatever they begin with. */
export function writeXlsx(
  columns: readonly SheetColumn[],
  rows: Rows,
  options: SheetOptions,
): AsyncGenerator<Uint8Array> {
  const parts = fixedParts([options.sheet]).map(([path, xml]) => ({ path, text: [xml] }));
  return writeZip([...parts, { path: 'xl/worksheets/sheet1.xml', text: sheetXml(columns, rows, options) }]);
}

/** All rows, or batches of them as they are read: an `await` for each of a hundred thousand rows would cost more than its cells. */
type Rows = Iterable<SheetValues> | AsyncIterable<Iterable<SheetValues>>;

async function* sheetXml(columns: readonly SheetColumn[], rows: Rows, options: SheetOptions): AsyncGenerator<string> {
  const titles = options.titleLines ?? [];
  const header = titles.length > 0 ? titles.length + 2 : 1;
  const widths = columns.map(
    (column, i) => `<col min="${i + 1}" max="${i + 1}" width="${column.width ?? 18}" customWidth="1"/>`,
  );
  yield `${startOfSheet(header)}<cols>${widths.join('')}</cols><sheetData>`;
  yield titles.map((line, i) => `<row r="${i + 1}">${textCell(line, `A${i + 1}`, 2)}</row>`).join('');
  const letters = columns.map((_column, i) => columnName(i));
  yield `<row r="${header}">${columns.map((column, i) => textCell(column.title, `${letters[i]}${header}`, 1)).join('')}</row>`;
  let row = header;
  yield* inPieces(rows, (values) => {
    row += 1;
    let cells = '';
    for (let i = 0; i < columns.length; i += 1)
      cells += cellXml(values[i] ?? null, columns[i]!.kind, `${letters[i]}${row}`);
    return `<row r="${row}">${cells}</row>`;
  });
  yield `</sheetData><autoFilter ref="A${header}:${letters.at(-1)}${row}"/></worksheet>`;
}

async function* inPieces(rows: Rows, written: (values: SheetValues) => string): AsyncGenerator<string> {
  let piece = '';
  for await (const batch of Symbol.asyncIterator in rows ? rows : [rows])
    for (const values of batch) {
      piece += written(values);
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  if (piece) yield piece;
}

/** A text table for Excel: UTF-8 with its mark, days as d/m/y, and no cell that a spreadsheet would take for a formula. */
export async function* writeCsv(columns: readonly SheetColumn[], rows: Rows): AsyncGenerator<Uint8Array> {
  yield* inParcels(
    headerInCsv(columns),
    inPieces(rows, (values) => `${cellsInCsv(columns, values)}\r\n`),
  );
}

export const headerInCsv = (columns: readonly SheetColumn[]): string =>
  `\uFEFF${columns.map((column) => textInCsv(column.title)).join()}\r\n`;

/** Cells side by side, without the end of a line. */
export function cellsInCsv(columns: readonly SheetColumn[], values: SheetValues): string {
  let written = '';
  for (let i = 0; i < columns.length; i += 1) {
    const value = values[i] ?? '';
    if (i > 0) written += ',';
    if (value !== '') written += typeof value === 'string' ? IN_CSV[columns[i]!.kind](value) : numberInCsv(value);
  }
  return written;
}

async function* inParcels(first: string, pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let parcel = Buffer.allocUnsafeSlow(PARCEL);
  let filled = parcel.write(first);
  for await (const piece of pieces) {
    const room = Buffer.byteLength(piece);
    if (filled + room > parcel.length) {
      yield parcel.subarray(0, filled);
      parcel = Buffer.allocUnsafeSlow(Math.max(PARCEL, room));
      filled = 0;
    }
    filled += parcel.write(piece, filled);
  }
  yield parcel.subarray(0, filled);
}

const ODD = /[",;\t\r\n\0]/;
const QUOTED = /[",;\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)*%?$/;
const FORMULA = /^[\s\u00A0\u3000]*[=+\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

const IN_CSV = { text: textInCsv, number: textInCsv, date: dayInCsv };

function textInCsv(text: string): string {
  const first = text.charCodeAt(0);
  // Most cells begin with a letter or a digit and hold nothing odd: one look tells.
  const isPlain = (first > 0x40 && first < 0x2000 && first !== 0xa0) || (first >= 0x30 && first <= 0x39);
  if (isPlain && !ODD.test(text)) return text;
  const shown = text.replaceAll('\0', '');
  const safe = FORMULA.test(shown) && !PLAIN_NUMBER.test(shown) ? `'${shown}` : shown;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const numberInCsv = (value: number) => (Number.isFinite(value) ? String(value) : '');

function dayInCsv(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? `${text.slice(8)}/${text.slice(5, 7)}/${text.slice(0, 4)}` : textInCsv(text);
}
