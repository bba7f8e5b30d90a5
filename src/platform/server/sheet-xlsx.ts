import {
  type Merge,
  type Sheet,
  type SheetCounter,
  SheetError,
  type SheetLimits,
  type SheetRow,
  trimRow,
} from './sheet.ts';
import { showNumber } from './sheet-number.ts';
import {
  type CellStyle,
  RichText,
  readStrings,
  readStyles,
  readWorkbook,
  type Shared,
  type SheetPart,
  stretchesOf,
  unescapeCell,
} from './sheet-xlsx-parts.ts';
import { attribute, readXml } from './sheet-xml.ts';
import type { Parts } from './sheet-zip.ts';

const MAX_COLUMN = 16_384;
const MAX_MERGES = 100_000;
const ADDRESS = /(?:^|\s)r\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7})["']/;
const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/;

type Context = { strings: Shared; styles: CellStyle[]; from1904: boolean; counter: SheetCounter };

/** Every visible sheet of an .xlsx as texts. Read by our own small reader: memory stays bounded, and a formula that was never calculated can be told from 0. */
export async function readXlsx(parts: Parts, counter: SheetCounter, limits: SheetLimits): Promise<Sheet[]> {
  const workbook = await readWorkbook(parts);
  const strings = await readStrings(parts, workbook.strings, limits);
  const styles = await readStyles(parts, workbook.styles);
  const sheets: Sheet[] = [];
  for (const part of workbook.sheets) {
    sheets.push(await readSheet(parts, part, { strings, styles, from1904: workbook.from1904, counter }));
  }
  return sheets;
}

async function readSheet(parts: Parts, part: SheetPart, context: Context): Promise<Sheet> {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let column = -1;
  let cell = newCell('');
  let reading: 'value' | 'formula' | null = null;
  await readXml(parts.text(part.path), {
    open(tag, attributes) {
      if (tag === 'c') {
        const address = ADDRESS.exec(attributes);
        column = address ? columnIndex(address[1]!) : column + 1;
        cell = newCell(attributes);
      } else if (tag === 'v') reading = 'value';
      else if (tag === 'f') {
        reading = 'formula';
        cell.formula = '';
      } else if (tag === 'is') cell.rich = new RichText();
      else if (tag === 'row') {
        row = { number: Number(attribute(attributes, 'r') ?? row.number + 1), cells: [] };
        column = -1;
      } else if (tag === 'mergeCell') addMerge(merges, attribute(attributes, 'ref') ?? '');
      else cell.rich?.open(tag, attributes);
    },
    text(piece) {
      if (reading === 'value') cell.value = (cell.value ?? '') + piece;
      else if (reading === 'formula') cell.formula += piece;
      else cell.rich?.add(piece);
    },
    close(tag) {
      if (tag === 'v') cell.value ??= '';
      if (tag === 'v' || tag === 'f') reading = null;
      else if (tag === 'c') put(row, column, cell, context);
      else if (tag === 'row' && trimRow(row.cells)) {
        context.counter.row(row.cells);
        rows.push(row);
      } else cell.rich?.close(tag);
    },
  });
  return { name: part.name, rows, merges };
}

type Cell = { type: string; style: number; value: string | null; formula: string | null; rich?: RichText };

function newCell(attributes: string): Cell {
  const type = /\st\s*=\s*["'](\w+)["']/.exec(attributes)?.[1] ?? 'n';
  const style = Number(/\ss\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? 0);
  return { type, style, value: null, formula: null };
}

function shown(cell: Cell, context: Context): string {
  if (cell.type === 'inlineStr') return cell.rich?.text ?? '';
  if (cell.value === null) return cell.formula ? `=${cell.formula}` : '';
  if (cell.type === 's') return context.strings.texts[Number(cell.value)] ?? '';
  if (cell.type === 'str') return unescapeCell(cell.value);
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE';
  if (cell.type === 'd') return cell.value.replace(/^(\d{4})-0?(\d+)-0?(\d+).*$/, '$3/$2/$1');
  if (cell.type === 'n' && cell.value.trim() !== '') {
    return showNumber(Number(cell.value), context.styles[cell.style]?.format ?? 'General', context.from1904);
  }
  return cell.value;
}

function put(row: SheetRow, column: number, cell: Cell, context: Context): void {
  const text = shown(cell, context);
  if (text === '' || column >= MAX_COLUMN) return;
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = text;
  if (cell.formula !== null) row.formulas = [...(row.formulas ?? []), column];
  const runs = cell.type === 's' ? context.strings.runs.get(Number(cell.value)) : cell.rich?.runs;
  const fonts = stretchesOf(text, runs, context.styles[cell.style]?.letters ?? '');
  if (!fonts) return;
  row.fonts ??= {};
  row.fonts[column] = fonts;
}

function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function addMerge(merges: Merge[], range: string): void {
  const found = RANGE.exec(range);
  if (!found) return;
  if (merges.length >= MAX_MERGES) throw new SheetError('too_large');
  const [, left, top, right, bottom] = found as unknown as [string, string, string, string, string];
  merges.push({ top: Number(top), left: columnIndex(left), bottom: Number(bottom), right: columnIndex(right) });
}
