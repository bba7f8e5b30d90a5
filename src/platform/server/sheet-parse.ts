import { extname } from 'node:path';
import { type Sheet, SheetCounter, SheetError, type SheetLimits } from './sheet.ts';
import type { Parts } from './sheet-zip.ts';

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** Reads a file by what it is, not by what it is called. Runs in the child process; call `readSheets` instead. Each reader is loaded only when its kind of file comes: loading all would take longer than reading one. */
export async function parseSheets(bytes: Uint8Array, fileName: string, limits: SheetLimits): Promise<Sheet[]> {
  const counter = new SheetCounter(limits);
  const sheets = await parse(bytes, fileName, counter, limits);
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new SheetError('no_rows');
  return sheets;
}

async function parse(
  bytes: Uint8Array,
  fileName: string,
  counter: SheetCounter,
  limits: SheetLimits,
): Promise<Sheet[]> {
  if (startsWith(bytes, OLD_OFFICE)) return parseOldOffice(bytes, counter);
  if (startsWith(bytes, ZIP)) {
    const [{ openParts }, { readXlsx }] = await Promise.all([import('./sheet-zip.ts'), import('./sheet-xlsx.ts')]);
    const parts = await openParts(bytes, limits);
    if (parts.has('xl/workbook.xml')) return readXlsx(parts, counter, limits);
    return parseOds(parts, counter, limits);
  }
  // A text in the clothes of a workbook is a file that went wrong on its way: better asked for again than read as one column.
  if (/^\.(xls[xmb]?|ods|pdf|docx?)$/i.test(extname(fileName)) || looksLikeMarkup(bytes))
    throw new SheetError('not_a_sheet');
  const { readCsv } = await import('./sheet-csv.ts');
  return [readCsv(bytes, counter, limits)];
}

async function parseOds(parts: Parts, counter: SheetCounter, limits: SheetLimits): Promise<Sheet[]> {
  if (!parts.has('content.xml')) throw new SheetError('not_a_sheet');
  const { isLocked, readOds } = await import('./sheet-ods.ts');
  if (await isLocked(parts)) throw new SheetError('password');
  return readOds(parts, counter, limits);
}

async function parseOldOffice(bytes: Uint8Array, counter: SheetCounter): Promise<Sheet[]> {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new SheetError('password');
  if (!['Workbook', 'Book'].some((name) => names.includes(Buffer.from(`${name}\0`, 'utf16le'))))
    throw new SheetError('not_a_sheet');
  const { readXls } = await import('./sheet-xls.ts');
  try {
    return readXls(bytes, counter);
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError(/password/i.test(String(error)) ? 'password' : 'broken');
  }
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function looksLikeMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512)).toString('latin1');
  return /^(?:\u00EF\u00BB\u00BF)?\s*(?:<\?xml|<!doctype|<html|<table|<meta|%PDF|\{\\rtf)/i.test(head);
}
