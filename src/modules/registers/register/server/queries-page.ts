import type { Subject } from '#modules/initiatives/registration/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import type { Named } from '#modules/movements/field/rules.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { mayImport } from '../policy.ts';
import type { RegisterLine } from '../rules-headings.ts';
import { findHeading } from '../rules-headings.ts';
import type { Mapping } from '../rules-mapping.ts';
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
import type { SkippedLine } from '../rules-register.ts';
import type { RowProblem } from '../rules-rows.ts';
import type { Verdict } from '../rules-values.ts';
import {
  type Batch,
  batchById,
  bodyOf,
  type Counts,
  type JudgedRow,
  type Preview,
  previewRegister,
} from './queries.ts';
import { firstLines, leftRows, rowsOfBatch } from './store-rows.ts';

export const LEFT_PAGE = 200;
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

/** What a list says before it is written. */
export interface ReadThrough {
  columns: ReadColumn[];
  headingRow: number;
  results: Record<Verdict, number>;
  expected: string;
  good: GoodLine[];
  fields: Named[];
  skipped: SkippedLine[];
  repaired: RepairedCell[];
  notes: RowProblem[];
  noted: number;
}

/** The page of one list, whatever has become of it. `headings` are the words over the columns, for the sentences of bad rows. */
export interface RegisterPage {
  batch: Omit<Batch, 'mapping'>;
  may: true | Reason;
  counts: Counts;
  otherSheets: string[];
  headings: string[];
  left: { lines: LeftLine[]; total: number; page: number; pages: number };
  /** What it says; null once it is written. */
  read: ReadThrough | null;
}

/** One list within scope as its page shows it; refuses (404) another one. At most eight queries whatever its length. */
export async function registerPage(
  db: ReadDb,
  ctx: Context,
  id: number,
  asked: { page: number; decided: boolean },
): Promise<RegisterPage> {
  const { mapping, ...batch } = (await batchById(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  const common = { batch, may: mayImport(ctx.actor, batch.unitPath), otherSheets: mapping.otherSheets ?? [] };
  if (batch.state !== 'received') return { ...common, ...(await writtenPart(db, batch, mapping, asked.page)) };

  const lines = await rowsOfBatch(db, id);
  const preview = await previewBatch(db, { ...batch, mapping }, lines, asked.decided);
  const bad = preview.rows.filter((row) => row.why.length > 0);
  const { page, pages, from } = pageOf(bad.length, asked.page);
  const shown = bad.slice(from, from + LEFT_PAGE);
  return {
    ...common,
    counts: preview.counts,
    headings: preview.heading.columns,
    left: {
      lines: shown.map((row) => leftLine(row.row, row.raw, row.why, preview.mapping)),
      total: bad.length,
      page,
      pages,
    },
    read: readThrough(preview, lines),
  };
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
  const { merges, columns } = batch.mapping;
  const { level, unitId } = batch;
  return previewRegister(db, { lines, merges, mapping: columns }, { cycle, level, unitId, decided });
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
  const heading = total > 0 ? findHeading(await firstLines(db, batch.id), mapping.merges) : null;
  const lines = rows.map(({ number, cells, problems }) =>
    leftLine(number, cells, problems ?? [], mapping.columns ?? {}),
  );
  return { counts, headings: heading?.columns ?? [], left: { lines, total, page, pages }, read: null };
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

function readThrough(preview: Preview, lines: readonly RegisterLine[]): ReadThrough {
  const { heading, mapping, rows, fields, counts, skipped } = preview;
  const valid = rows.filter((row) => row.outcome !== 'invalid');
  const notes = rows.flatMap((row) => row.notes);
  return {
    columns: columnsOf(heading, mapping, bodyOf(lines, heading)),
    headingRow: heading.row,
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
    repaired: repairedCells(rows, mapping, NOTES_SHOWN),
    notes: notes.slice(0, NOTES_SHOWN),
    noted: notes.length,
  };
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
