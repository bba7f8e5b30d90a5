import { read, type WorkSheet } from '@e965/xlsx';
import { type RowFonts, type Sheet, type SheetCounter, SheetError, type SheetRow, trimRow } from './sheet.ts';
import { showNumber } from './sheet-number.ts';
import { type LettersOfCells, readXlsFonts } from './sheet-xls-fonts.ts';

/** Every visible sheet of an old .xls. The library has no bounds of its own, so it runs only in the child process. */
export function readXls(bytes: Uint8Array, counter: SheetCounter): Sheet[] {
  const book = read(bytes, { dense: true, cellText: false, cellNF: true, cellHTML: false, type: 'array' });
  const hidden = (index: number) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const names = book.SheetNames.filter((_name, index) => !hidden(index));
  const shown = names.length > 0 ? names : book.SheetNames;
  const fonts = readXlsFonts(bytes);
  return shown.map((name) => ({ ...readSheet(book.Sheets[name]!, from1904, counter, fonts.get(name)), name }));
}

function fontsOf(cells: readonly string[], row: number, letters: LettersOfCells): Pick<SheetRow, 'fonts'> {
  const found: RowFonts = {};
  for (const [column, cell] of cells.entries()) {
    const old = letters.get(`${row} ${column}`);
    if (old && cell !== '') found[column] = [[old, cell.length]];
  }
  return Object.keys(found).length > 0 ? { fonts: found } : {};
}

type StoredCell = { t?: string; v?: unknown; w?: string; z?: string; f?: string } | undefined;

function readSheet(
  sheet: WorkSheet,
  from1904: boolean,
  counter: SheetCounter,
  fonts: LettersOfCells | undefined,
): Omit<Sheet, 'name'> {
  const data = sheet['!data'] as StoredCell[][] | undefined;
  if (!data) throw new SheetError('broken');
  const rows: SheetRow[] = [];
  data.forEach((stored, index) => {
    const cells = Array.from(stored ?? [], (cell) => shown(cell, from1904));
    if (!trimRow(cells)) return;
    counter.row(cells);
    rows.push({ number: index + 1, cells, ...(fonts && fontsOf(cells, index, fonts)) });
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));
  return { rows, merges };
}

function shown(cell: StoredCell, from1904: boolean): string {
  if (!cell) return '';
  if (cell.t === 'n') return showNumber(Number(cell.v), cell.z ?? 'General', from1904);
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.v === undefined || cell.v === null) return cell.f ? `=${cell.f}` : '';
  return String(cell.v);
}
