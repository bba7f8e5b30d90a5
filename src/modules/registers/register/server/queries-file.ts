import { createHash } from 'node:crypto';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { hasLostLetters } from '#modules/registers/cell/rules-letters.ts';
import { type FoundSheet, findRegisters, lineNumber, SPAN } from '#modules/registers/sheet/rules.ts';
import { partedLists } from '#modules/registers/sheet/rules-beside.ts';
import { findHeading } from '#modules/registers/sheet/rules-headings.ts';
import { refuse } from '#platform/refusal.ts';
import { type Sheet, SheetError } from '#platform/server/sheet.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import type { SheetPart } from '../rules-read.ts';

/** The list that a file holds, as it is taken in: every sheet that looks like a register, with the lines of all of them. */
export interface RegisterFile {
  fileHash: string;
  sheets: SheetPart[];
  lines: RegisterLine[];
}

/** Reads the list of a year out of a file's bytes; a file that cannot be read is refused with the sentence that says what to do, at `file`. */
export function readRegister(bytes: Uint8Array, fileName: string, year?: number): Promise<RegisterFile> {
  return registerIn(bytes, readSheets(bytes, fileName), year);
}

/** The list in a file that is being read already. */
export async function registerIn(
  bytes: Uint8Array,
  reading: ReturnType<typeof readSheets>,
  year?: number,
): Promise<RegisterFile> {
  const sheets = await sheetsOf(reading);
  if (sheets.some(({ rows }) => hasLostLetters(rows))) refuseFile('register.letters_lost');
  const lists = sheets.flatMap((sheet) => partedLists({ ...sheet, rows: numberedInOrder(sheet.rows) }));
  const found = findRegisters(lists, year);
  if (found.length === 0) {
    const headed = sheets.some((sheet) => findHeading(sheet.rows, sheet.merges));
    refuseFile(headed ? 'register.list_empty' : 'register.heading.missing');
  }
  return {
    fileHash: hashOf(bytes),
    sheets: found.map(partOf),
    lines: found.flatMap(({ sheet }, at) => sheet.rows.map((row) => ({ ...row, number: lineNumber(at, row.number) }))),
  };
}

/** A file's own mark. */
export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function partOf({ sheet, rows, read }: FoundSheet, at: number): SheetPart {
  const merges = (sheet.merges ?? []).filter((merge) => merge.bottom < SPAN);
  return {
    name: storable(sheet.name).slice(0, 255),
    merges: merges.map((merge) => ({ ...merge, top: lineNumber(at, merge.top), bottom: lineNumber(at, merge.bottom) })),
    rows,
    read,
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
  return rows.map(({ number, cells, fonts }) => {
    last = Number.isSafeInteger(number) && number > last && number < SPAN / 2 ? number : last + 1;
    const line = { number: last, cells: cells.every(isStorable) ? cells : cells.map(storable) };
    return fonts ? { ...line, fonts } : line;
  });
}

// PostgreSQL keeps no NUL and no half of a pair of surrogates.
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();
