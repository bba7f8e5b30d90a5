import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import type { Named } from '#modules/movements/field/rules.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import type { Verdict } from '#modules/registers/cell/rules-values.ts';
import type { RowProblem } from '#modules/registers/row/rules.ts';
import type { SkippedLine } from '#modules/registers/row/rules-list.ts';
import { rowOf, sheetOf } from '#modules/registers/sheet/rules.ts';
import { findHeading } from '#modules/registers/sheet/rules-headings.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import { type Reason, Refusal, refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { mayImport } from '../policy.ts';
import type { Outcome } from '../rules-outcome.ts';
import {
  briefly,
  columnsOf,
  expectation,
  type ReadColumn,
  type RepairedCell,
  repairedCells,
} from '../rules-preview.ts';
import type { WhyNotWritten } from '../rules-problems.ts';
import type { ReadSheet, SheetPart } from '../rules-read.ts';
import { type Batch, batchById, type Counts, type JudgedRow, type Preview, previewRegister } from './queries.ts';
import { type Reached, reachedBy } from './store-file.ts';
import { firstLines, leftRows, rowsOfBatch } from './store-rows.ts';

const LEFT_PAGE = 200;
const GOOD_SHOWN = 20;
const NOTES_SHOWN = 50;

/** A row that is not written: enough of it to find it, and why. */
export interface LeftLine {
  row: number;
  name: string;
  detail: string;
  why: readonly WhyNotWritten[];
}

/** A row as it will be written. */
export interface GoodLine {
  row: number;
  name: string;
  registrant: string;
  unit: string;
  fieldId: number;
  subject: Subject;
  verdict: Verdict | null;
  outcome: Outcome;
}

/** How the columns of the sheets with one heading are read; `sheet` is the first of them, `remembered` when the office has read them so before. */
export interface ColumnsOfSheets {
  sheet: number;
  names: string[];
  headingRow: number;
  remembered: boolean;
  columns: ReadColumn[];
}

/** What a list says before it is written. */
export interface ReadThrough {
  otherYear: Preview['otherYear'];
  forms: ColumnsOfSheets[];
  results: Record<Verdict, number>;
  expected: string;
  good: GoodLine[];
  fields: Named[];
  skipped: SkippedLine[];
  repaired: RepairedCell[];
  notes: RowProblem[];
  noted: number;
}

/** The page of one list, whatever has become of it. `headings` are the words over the columns of each sheet, for the sentences of bad rows. */
export interface RegisterPage {
  batch: Omit<Batch, 'mapping'>;
  may: true | Reason;
  counts: Counts;
  sheets: Pick<SheetPart, 'name' | 'rows' | 'read'>[];
  headings: string[][];
  left: { lines: LeftLine[]; total: number; page: number; pages: number };
  /** How far it is read; null once it is read. */
  reached: Reached | null;
  /** What it says; null once it is written. */
  read: ReadThrough | null;
}

const NOTHING_YET = {
  counts: {
    rows: 0,
    valid: 0,
    invalid: 0,
    recognised: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    conflicting: 0,
    repaired: 0,
  },
  headings: [],
  left: { lines: [], total: 0, page: 1, pages: 1 },
  read: null,
};

/** One list within scope as its page shows it; refuses (404) another one. At most eight queries whatever its length. */
export async function registerPage(
  db: ReadDb,
  ctx: Context,
  id: number,
  asked: { page: number; decided: boolean },
): Promise<RegisterPage> {
  const { mapping, ...batch } = (await batchById(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  const sheets = mapping.sheets.map(({ name, rows, read }) => ({ name, rows, read }));
  const common = { batch, may: mayImport(ctx.actor, batch.unitPath), sheets, reached: null };
  if (batch.state === 'reading' || batch.state === 'failed')
    return { ...common, ...NOTHING_YET, reached: (await reachedBy(db, id)) ?? { done: 0, total: null, failure: null } };
  if (batch.state !== 'received') return { ...common, ...(await writtenPart(db, batch, mapping, asked.page)) };

  const lines = await rowsOfBatch(db, id);
  const preview = await previewBatch(db, { ...batch, mapping }, lines, asked.decided).catch(whyNot);
  if ('failure' in preview)
    return { ...common, batch: { ...batch, state: 'failed' }, ...NOTHING_YET, reached: preview };
  const bad = preview.rows.filter((row) => row.why.length > 0);
  const { page, pages, from } = pageOf(bad.length, asked.page);
  const shown = bad.slice(from, from + LEFT_PAGE);
  return {
    ...common,
    counts: preview.counts,
    headings: bySheet(preview.sheets, (sheet) => sheet.heading.columns),
    left: {
      lines: shown.map((row) => leftLine(row.row, row.raw, row.why, mappingOf(preview.sheets, row.row))),
      total: bad.length,
      page,
      pages,
    },
    read: readThrough(preview),
  };
}

/** A list whose unit has ended in the list's year, after it was taken in, is one that cannot be read; it can be thrown away. */
function whyNot(failure: unknown): Reached & { failure: string } {
  if (!(failure instanceof Refusal) || failure.reason.code !== 'register.unit_not_then') throw failure;
  return { done: 0, total: null, failure: failure.reason.code };
}

/** What a list of the database would do now, read as it is to be read. */
export async function previewBatch(
  db: ReadDb,
  batch: Batch,
  lines: readonly RegisterLine[],
  decided: boolean,
): Promise<Preview> {
  const cycles = await listCycles(db);
  const cycle = cycles.find((each) => each.id === batch.cycleId) ?? refuse('missing', 'refusal.missing');
  const { level, unitId } = batch;
  return previewRegister(db, { lines, ...batch.mapping }, { cycle, level, unitId, decided });
}

async function writtenPart(
  db: ReadDb,
  batch: Omit<Batch, 'mapping'>,
  mapping: Batch['mapping'],
  asked: number,
): Promise<Pick<RegisterPage, 'counts' | 'headings' | 'left' | 'read'>> {
  const counts = batch.counts as Counts;
  const total = (counts.invalid ?? 0) + (counts.conflicting ?? 0);
  const { page, pages, from } = pageOf(total, asked);
  const rows = total > 0 ? await leftRows(db, batch.id, from, LEFT_PAGE) : [];
  const parts = mapping.sheets;
  // Lists written before their headings were kept have one sheet.
  const old = total > 0 && !parts.some((part) => part.headings) ? await firstLines(db, batch.id, 0) : [];
  const headings = parts.map((part) => part.headings ?? findHeading(old, parts[0]?.merges)?.columns ?? []);
  const lines = rows.map(({ number, cells, problems }) =>
    leftLine(number, cells, problems ?? [], parts[sheetOf(number)]?.columns ?? mapping.columns?.[''] ?? {}),
  );
  return { counts, headings, left: { lines, total, page, pages }, read: null };
}

function pageOf(total: number, asked: number): { page: number; pages: number; from: number } {
  const pages = Math.max(1, Math.ceil(total / LEFT_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  return { page, pages, from: (page - 1) * LEFT_PAGE };
}

const NAMED = ['name', 'registrant', 'unit', 'commune', 'district'] as const;

function leftLine(row: number, cells: readonly string[], why: LeftLine['why'], mapping: Mapping): LeftLine {
  const said = (meaning: string) => {
    const column = Object.keys(mapping).find((each) => mapping[Number(each)] === meaning);
    return column === undefined ? '' : briefly((cells[Number(column)] ?? '').trim(), 120);
  };
  const [name, ...rest] = NAMED.map(said);
  return { row, name: name ?? '', detail: rest.filter(Boolean).join(' · '), why };
}

function readThrough(preview: Preview): ReadThrough {
  const { sheets, rows, fields, counts, skipped, otherYear } = preview;
  const valid = rows.filter((row) => row.outcome !== 'invalid');
  const notes = rows.flatMap((row) => row.notes);
  return {
    otherYear,
    forms: formsOf(sheets),
    results: {
      recognised: counts.recognised,
      not_recognised: valid.filter((row) => row.verdict === 'not_recognised').length,
    },
    expected: expectation(counts),
    good: rows
      .filter(isWritten)
      .slice(0, GOOD_SHOWN)
      .map((row) => goodLine(row, preview)),
    fields,
    skipped,
    repaired: repairedCells(rows, (row) => mappingOf(sheets, row), NOTES_SHOWN),
    notes: notes.slice(0, NOTES_SHOWN),
    noted: notes.length,
  };
}

function formsOf(sheets: readonly ReadSheet[]): ColumnsOfSheets[] {
  const groups = Map.groupBy(sheets, (sheet) => sheet.signature);
  return [...groups.values()].map((group) => {
    const { index, heading, mapping, remembered } = group[0] as ReadSheet;
    const body = group.flatMap((sheet) => sheet.body.slice(0, 50));
    return {
      sheet: index,
      names: group.map((sheet) => sheet.name),
      headingRow: rowOf(heading.row),
      remembered,
      columns: columnsOf(heading, mapping, body),
    };
  });
}

function bySheet<Value>(sheets: readonly ReadSheet[], value: (sheet: ReadSheet) => Value): Value[] {
  const found: Value[] = [];
  for (const sheet of sheets) found[sheet.index] = value(sheet);
  return found;
}

/** How the columns of a line's sheet are read. */
export function mappingOf(sheets: readonly ReadSheet[], line: number): Mapping {
  return sheets.find((sheet) => sheet.index === sheetOf(line))?.mapping ?? {};
}

const isWritten = (row: JudgedRow) => row.outcome === 'created' || row.outcome === 'updated';

function goodLine(row: JudgedRow, { units }: Preview): GoodLine {
  return {
    row: row.row,
    name: briefly(row.name, 160),
    registrant: briefly(row.registrant, 120),
    unit: units.get(row.unitId ?? 0)?.name ?? '',
    fieldId: row.fieldId ?? 0,
    subject: row.subject as Subject,
    verdict: row.verdict,
    outcome: row.outcome as Outcome,
  };
}
