import type { Merge } from './sheet.ts';
import { columnName, fixedParts, startOfSheet, textCell } from './sheet-writer-parts.ts';
import { writeZip } from './zip-writer.ts';

/** How a text stands in its cell; the numbers are those of the workbook's styles. */
export const LOOKS = { plain: 5, header: 1, title: 2, bad: 6, why: 7 } as const;

export type MarkedCell = { text: string; look: keyof typeof LOOKS } | null;

/** A sheet whose rows keep their own numbers; `frozen` rows stay in view, `widths` are in characters. */
export interface MarkedSheet {
  name: string;
  widths: readonly number[];
  frozen: number;
  rows: Iterable<{ number: number; cells: readonly MarkedCell[] }>;
  merges: readonly Merge[];
}

const PIECE = 64 * 1024;

/** An .xlsx of several sheets in which cells are marked. Every cell is text whatever it begins with. */
export function writeMarked(sheets: readonly MarkedSheet[]): AsyncGenerator<Uint8Array> {
  const parts = fixedParts(...sheets.map((sheet) => sheet.name)).map(([path, xml]) => ({ path, text: [xml] }));
  const written = sheets.map((sheet, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, text: sheetXml(sheet) }));
  return writeZip([...parts, ...written]);
}

function* sheetXml({ widths, frozen, rows, merges }: MarkedSheet): Generator<string> {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  let piece = `${startOfSheet(frozen)}<cols>${columns.join('')}</cols><sheetData>`;
  for (const { number, cells } of rows) {
    const xml = cells.map((cell, i) => cell && textCell(cell.text, `${columnName(i)}${number}`, LOOKS[cell.look]));
    piece += `<row r="${number}">${xml.join('')}</row>`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  const joined = merges.map(
    ({ top, left, bottom, right }) => `<mergeCell ref="${columnName(left)}${top}:${columnName(right)}${bottom}"/>`,
  );
  yield `${piece}</sheetData>${joined.length > 0 ? `<mergeCells>${joined.join('')}</mergeCells>` : ''}</worksheet>`;
}
