import { fold } from '#platform/vietnamese.ts';

/** What is asked of a unit in a year; null: nothing said. */
export interface Target {
  unitId: number;
  /** How many models it is to have. */
  wanted: number | null;
  /** How many it may put forward to the next level at most. */
  forwardMost: number | null;
}

/** What a number is set of. */
export const TARGET_COLUMNS = ['wanted', 'forwardMost'] as const;
export type TargetColumn = (typeof TARGET_COLUMNS)[number];

/** A whole shared out evenly among `parts`, the first ones getting what is left over: 10 among 3 → 4, 3, 3. */
export function shared(whole: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, at) => Math.floor(whole / parts) + (at < whole % parts ? 1 : 0));
}

interface Named {
  id: number;
  code: string | null;
  name: string;
}

const KIND = /^(tinh|thanh pho|thi xa|thi tran|huyen|quan|xa|phuong|dac khu|tp|tx|tt|h|x|p)\.? +/;
const bare = (name: string) => fold(name).replace(KIND, '').trim();
const LINE = /^(.*?)[\s,;:|]+([\d.]+)$/;

/**
 * Numbers as they are pasted from a sheet: a line each with a unit's name or code and, last, its number. Answers what was read,
 * and the lines that name no unit, or more than one, or have no number.
 */
export function readPasted(text: string, units: readonly Named[]): { numbers: Map<number, number>; unread: string[] } {
  const numbers = new Map<number, number>();
  const unread: string[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, what = '', count = ''] = LINE.exec(line) ?? [];
    const known = unitCalled(what, units);
    const number = Number(count.replaceAll('.', ''));
    if (known && count !== '' && Number.isInteger(number)) numbers.set(known.id, number);
    else unread.push(line);
  }
  return { numbers, unread };
}

/** By code, else by the whole name, else by the name without the kind of unit, where that is one unit alone. */
function unitCalled(what: string, units: readonly Named[]): Named | undefined {
  const byCode = units.find((unit) => unit.code !== null && unit.code === what.trim());
  const byName = (plain: (name: string) => string) => units.filter((unit) => plain(unit.name) === plain(what));
  const [whole, short] = [byName(fold), byName(bare)];
  return byCode ?? (whole.length === 1 ? whole[0] : short.length === 1 ? short[0] : undefined);
}

/** The numbers of a table as its form names them: `w12` is what unit 12 is to have, `f12` what it may put forward. */
export function rowsTyped(
  typed: Readonly<Record<string, string>>,
): { unitId: string; wanted: string; forwardMost: string }[] {
  return Object.keys(typed).flatMap((name) => {
    const unitId = /^w(\d{1,9})$/.exec(name)?.[1];
    return unitId ? [{ unitId, wanted: typed[name] ?? '', forwardMost: typed[`f${unitId}`] ?? '' }] : [];
  });
}
