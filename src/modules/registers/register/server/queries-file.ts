import { createHash } from 'node:crypto';
import { refuse } from '#platform/refusal.ts';
import { type Sheet, SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import type { Merged, RegisterLine } from '../rules-headings.ts';
import { findRegister } from '../rules-sheets.ts';

/** The list that a file holds, as it is taken in. */
export interface RegisterFile {
  fileHash: string;
  sheetName: string;
  otherSheets: string[];
  lines: RegisterLine[];
  merges: Merged[];
}

/** Reads the list out of a file's bytes; a file that cannot be read is refused with the sentence that says what to do, at `file`. */
export function readRegister(bytes: Uint8Array, fileName: string): Promise<RegisterFile> {
  return registerIn(bytes, readSheets(bytes, fileName));
}

/** The list in a file that is being read already. */
export async function registerIn(bytes: Uint8Array, reading: ReturnType<typeof readSheets>): Promise<RegisterFile> {
  const sheets = await sheetsOf(reading);
  const found = findRegister(sheets) ?? refuseFile('register.heading.missing');
  return {
    fileHash: createHash('sha256').update(bytes).digest('hex'),
    sheetName: storable(found.sheet.name).slice(0, 255),
    otherSheets: found.others.map((name) => storable(name).slice(0, 255)),
    lines: numberedInOrder(found.sheet.rows),
    merges: [...(found.sheet.merges ?? [])],
  };
}

async function sheetsOf(reading: ReturnType<typeof readSheets>): Promise<Sheet[]> {
  try {
    return (await reading).sheets;
  } catch (failure) {
    if (failure instanceof SheetError) refuseFile(`sheet.${failure.code}`);
    throw failure;
  }
}

function refuseFile(code: string): never {
  refuse('invalid', 'form.invalid', { fields: { file: { code } } });
}

// A file may number its rows as it likes; a row is known by its number, so each gets one of its own.
function numberedInOrder(rows: readonly RegisterLine[]): RegisterLine[] {
  let last = 0;
  return rows.map(({ number, cells }) => {
    last = Number.isSafeInteger(number) && number > last && number < 2 ** 31 ? number : last + 1;
    return { number: last, cells: cells.every(isStorable) ? cells : cells.map(storable) };
  });
}

// PostgreSQL keeps no NUL and no half of a pair of surrogates.
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();
