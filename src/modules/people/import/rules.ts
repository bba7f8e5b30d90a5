import { fold, nfc } from '#platform/vietnamese.ts';

/** At most so many people in one list. */
export const MOST_PEOPLE = 2000;
const DAY = 86_400_000;
/** How long the rows of a list are kept: of one that was written, and of one that was only looked at. */
export const KEPT = { written: 30 * DAY, looked: DAY };

export const COLUMNS = ['name', 'email', 'phone', 'unit', 'role', 'registrant', 'from'] as const;
export type Column = (typeof COLUMNS)[number];
/** Without these there is nothing to write. */
const NEEDED: readonly Column[] = ['name', 'unit', 'role'];

/** Headings as people write them, without marks and capitals. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'full name', 'ho va ten', 'ho ten', 'ho va ten nguoi dung'],
  email: ['email', 'e mail', 'thu dien tu', 'dia chi thu', 'thu'],
  phone: ['phone', 'telephone', 'dien thoai', 'so dien thoai', 'sdt'],
  unit: ['unit', 'unit code', 'don vi', 'ma don vi', 'don vi cong tac'],
  role: ['role', 'vai tro', 'nhiem vu'],
  registrant: ['registrant', 'tap the dang ky', 'chu the dang ky', 'dang ky cho'],
  from: ['from', 'since', 'tu ngay', 'ngay bat dau'],
};
const COLUMN_OF = new Map(
  Object.entries(HEADINGS).flatMap(([column, words]) => words.map((word) => [word, column as Column] as const)),
);

export type TypedRow = Record<Column, string>;
/** A row as it stood in the file; `line` is the one that Excel shows. */
export interface ListRow {
  line: number;
  typed: TypedRow;
}

/** The rows under the heading line, which may stand below titles; empty ones are left out. Nothing without a heading that says enough. */
export function rowsUnder(lines: readonly { number: number; cells: readonly string[] }[]): ListRow[] | undefined {
  for (const [at, { cells }] of lines.slice(0, 20).entries()) {
    const columns = cells.map((cell) => COLUMN_OF.get(fold(cell)));
    if (!NEEDED.every((column) => columns.includes(column))) continue;
    const rows = lines.slice(at + 1).map(({ number, cells: own }) => {
      const cell = (column: Column) => nfc(own[columns.indexOf(column)] ?? '').slice(0, 300);
      return { line: number, typed: Object.fromEntries(COLUMNS.map((column) => [column, cell(column)])) as TypedRow };
    });
    return rows.filter(({ typed }) => COLUMNS.some((column) => typed[column] !== ''));
  }
  return undefined;
}

/** What becomes of a row: a new person, a further duty of somebody there, nothing since it is there already, or refused. */
export const OUTCOMES = ['created', 'given', 'unchanged', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Somebody who is there, as a list may mean them. */
export interface Known {
  id: number;
  fullName: string;
  email: string | null;
  phone: string | null;
  hasAccount: boolean;
  unitId: number | null;
  duties: { role: string; unitId: number; registrant: string | null }[];
}

export interface Wanted {
  fullName: string;
  email: string | null;
  phone: string | null;
  unitId: number;
}

/**
 * Whom a row means: by the address; else by telephone and name; else by name at the unit, unless both have addresses, which
 * differ. `several` when nobody can tell, `other_name` when the address is somebody else's.
 */
export function whoIs(wanted: Wanted, known: readonly Known[]): Known | 'several' | 'other_name' | undefined {
  const sameName = (person: Known) => fold(person.fullName) === fold(wanted.fullName);
  const addressed = wanted.email ? known.find(({ email }) => email === wanted.email) : undefined;
  if (addressed) return sameName(addressed) ? addressed : 'other_name';
  const open = known.filter((person) => sameName(person) && !(wanted.email && person.email));
  const called = wanted.phone ? open.filter(({ phone }) => phone === wanted.phone) : [];
  const here = open.filter(
    ({ unitId, duties, phone }) =>
      !(wanted.phone && phone) && (unitId === wanted.unitId || duties.some((duty) => duty.unitId === wanted.unitId)),
  );
  const meant = called.length > 0 ? called : here;
  return meant.length > 1 ? 'several' : meant[0];
}
