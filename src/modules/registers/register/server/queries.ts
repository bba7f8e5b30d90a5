import type { Subject } from '#modules/initiatives/registration/rules.ts';
import type { Cycle } from '#modules/movements/cycle/rules.ts';
import type { Named } from '#modules/movements/field/rules.ts';
import { listFields } from '#modules/movements/field/server/queries.ts';
import type { Level, Unit } from '#modules/organisations/unit/rules.ts';
import { within } from '#modules/organisations/unit/rules-tree.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import type { RegisterRow, SkippedLine } from '#modules/registers/row/rules-list.ts';
import { TEXT_PARTS } from '#modules/registers/sheet/rules-meanings.ts';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { matchKnown } from '../rules-known.ts';
import { type Known, type Outcome, outcomeOf } from '../rules-outcome.ts';
import { conflict, type WhyNotWritten } from '../rules-problems.ts';
import { headedSheets, mappedSheets, type ReadSheet, type RegisterList, readList } from '../rules-read.ts';
import { rememberedFor } from './store-mapping.ts';
import { knownIn } from './store-rows.ts';

export { BATCH_PAGE, type Batch, batchById, listBatches } from './store.ts';

/** Where a list is read in: its cycle and level, and the office whose list it is (its rows lie at or under it). */
export interface RegisterPlace {
  cycle: Cycle;
  level: Level;
  unitId: number;
  /** True when the import names the decision that the list's results stand under. */
  decided: boolean;
}

export type JudgedRow = RegisterRow & {
  outcome: Outcome | 'invalid';
  known?: Known;
  /** Why it would not be written; empty for a row that would be, or is there already. */
  why: readonly WhyNotWritten[];
};

export interface Preview {
  /** Those that are read, at least one. */
  sheets: ReadSheet[];
  rows: JudgedRow[];
  skipped: SkippedLine[];
  units: Map<number, Unit>;
  /** In their order; `name` is the Vietnamese one, which lists are written in. */
  fields: (Named & { name: string })[];
  counts: Counts;
  /** The year that a title says, where it is not the one that the list is read into. */
  otherYear: { said: string; year: string } | null;
}

export type Counts = Record<
  'rows' | 'valid' | 'invalid' | 'recognised' | 'created' | 'updated' | 'unchanged' | 'conflicting' | 'repaired',
  number
>;

/**
 * What a list says and what reading it in would do, row by row; writes nothing. Four queries whatever its length.
 * Refuses a list in which no heading, or no column of names, can be found.
 */
export async function previewRegister(db: ReadDb, list: RegisterList, place: RegisterPlace): Promise<Preview> {
  const about = { year: place.cycle.year, level: place.level };
  const headed = headedSheets(list) ?? refuse('invalid', 'register.heading.missing');
  const signatures = headed.map((sheet) => sheet.signature);
  const mapped = mappedSheets(headed, list.columns ?? {}, await rememberedFor(db, place.unitId, signatures), about);
  if (mapped.some(({ mapping }) => !Object.values(mapping).includes('name')))
    refuse('invalid', 'register.no_name_column');

  const units = await unitsOn(db, place.cycle.referenceDay);
  const office = units.find((unit) => unit.id === place.unitId) ?? refuse('missing', 'register.unit_not_then');
  const known = await listFields(db, place.cycle.movementId);
  const fields = known.map((field) => ({ ...field, name: field.nameVi }));
  const context = { units, fields, officeId: office.id, ...about };
  const { sheets, rows, skipped } = readList(mapped, list.sheets, context);
  const inside = within(units, office.id).map((unit) => unit.id);
  const standing = await knownIn(db, place.cycle.id, place.level, inside, partsOf(sheets));
  const judged = judge(rows, matchKnown(rows.filter(isGood), standing), place.decided);
  return {
    sheets,
    rows: judged,
    skipped,
    units: new Map(units.map((unit) => [unit.id, unit])),
    fields,
    counts: countsOf(judged),
    otherYear: otherYearOf(sheets, about.year),
  };
}

function otherYearOf(sheets: readonly ReadSheet[], year: number): Preview['otherYear'] {
  const said = sheets.find((sheet) => sheet.otherYear !== null)?.otherYear;
  return said ? { said: String(said), year: String(year) } : null;
}

const partsOf = (sheets: readonly ReadSheet[]) =>
  TEXT_PARTS.filter((part) => sheets.some(({ mapping }) => Object.values(mapping).includes(part)));

/** How a list stands once it is written: what stood over its columns, and how they were read. */
export function asWritten(parts: RegisterList['sheets'], read: readonly ReadSheet[]): RegisterList['sheets'] {
  return parts.map((part, at) => {
    const sheet = read.find(({ index }) => index === at);
    return sheet ? { ...part, headings: sheet.heading.columns, columns: sheet.mapping } : part;
  });
}

type GoodRow = RegisterRow & { unitId: number; fieldId: number; subject: Subject };

function isGood(row: RegisterRow): row is GoodRow {
  return row.problems.length === 0 && row.unitId !== null && row.fieldId !== null && row.subject !== null;
}

function judge(rows: readonly RegisterRow[], known: ReadonlyMap<RegisterRow, Known>, decided: boolean): JudgedRow[] {
  return rows.map((row): JudgedRow => {
    if (!isGood(row)) return Object.assign(row, { outcome: 'invalid' as const, why: row.problems });
    const before = known.get(row);
    const { outcome, difference } = outcomeOf(before, { ...row, decided });
    const why = difference ? [conflict(row.row, difference)] : NONE;
    return Object.assign(row, before ? { outcome, why, known: before } : { outcome, why });
  });
}

const NONE: readonly WhyNotWritten[] = [];

function countsOf(rows: readonly JudgedRow[]): Counts {
  const counts = { rows: rows.length, valid: 0, invalid: 0, recognised: 0, created: 0, updated: 0, unchanged: 0 };
  const all: Counts = { ...counts, conflicting: 0, repaired: 0 };
  for (const row of rows) {
    all[row.outcome] += 1;
    all.repaired += row.repaired;
    if (row.outcome === 'invalid') continue;
    all.valid += 1;
    if (row.verdict === 'recognised') all.recognised += 1;
  }
  return all;
}
