import { read, type WorkSheet } from '@e965/xlsx';
import { type Sheet, type SheetCounter, SheetError, type SheetRow, trimRow } from './sheet.ts';
import { showNumber } from './sheet-number.ts';

/** Every visible sheet of an old .xls. The library has no bounds of its own, so it runs only in the child process. */
export function readXls(bytes: Uint8Array, counter: SheetCounter): Sheet[] {
  const book = read(bytes, { dense: true, cellText: false, cellNF: true, cellHTML: false, type: 'array' });
  const hidden = (index: number) => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const names = book.SheetNames.filter((_name, index) => !hidden(index));
  const shown = names.length > 0 ? names : book.SheetNames;
  return shown.map((name) => readSheet(name, book.Sheets[name]!, from1904, counter));
}

type StoredCell = { t?: string; v?: unknown; w?: string; z?: string; f?: string } | undefined;

function readSheet(name: string, sheet: WorkSheet, from1904: boolean, counter: SheetCounter): Sheet {
  const data = sheet['!data'] as StoredCell[][] | undefined;
  if (!data) throw new SheetError('broken');
  const rows: SheetRow[] = [];
  data.forEach((stored, index) => {
    const cells = Array.from(stored ?? [], (cell) => shown(cell, from1904));
    if (!trimRow(cells)) return;
    counter.row(cells);
    rows.push({ number: index + 1, cells });
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));
  return { name, rows, merges };
}

function shown(cell: StoredCell, from1904: boolean): string {
  if (!cell) return '';
  if (cell.t === 'n') return showNumber(Number(cell.v), cell.z ?? 'General', from1904);
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return cell.w ?? '#N/A';
  if (cell.v === undefined || cell.v === null) return cell.f ? `=${cell.f}` : '';
  return String(cell.v);
}
