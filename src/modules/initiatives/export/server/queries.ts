import { Readable } from 'node:stream';
import { type RawBuilder, sql } from 'kysely';
import { timeOf } from '#modules/initiatives/registration/rules-moment.ts';
import type { RegistrationFilter } from '#modules/initiatives/registration/schema-filter.ts';
import { conditions, orderOf } from '#modules/initiatives/registration/server/queries.ts';
import { matching } from '#modules/initiatives/registration/server/queries-text.ts';
import type { ViewColumn } from '#modules/initiatives/view/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { read, readCopied, rowsOf } from '#platform/server/db.ts';
import {
  type BatchCell,
  type Batches,
  columnsOf,
  csvOfBatches,
  rowsOfBatches,
} from '#platform/server/sheet-batches.ts';
import { writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { cellsIn, knownTo } from './queries-cells.ts';

/**
 * Rows that are read together: at first so few that a file begins at once, then so many that each batch's way through the tables costs
 * little beside them, and few enough to be held in memory while a slow client takes them (some 9 MB, and as much of the next).
 */
const FIRST_BATCH = 4_000;
const BATCH = 48_000;

/** A list as a file: its bytes as they are written, and how many rows it holds. */
export interface Sheet {
  rows: number;
  bytes: AsyncGenerator<Uint8Array>;
}
type Words = { t: Translate; language: Language };

/**
 * Exactly the list of a filter as .xlsx or .csv, all columns or those that the list shows. One query fixes which rows and in
 * which order; batches then read them, each in a transaction of its own, so that a slow client holds no connection and
 * no row is left out or doubled.
 */
export async function exportRegistrations(
  ctx: Context,
  filter: RegistrationFilter,
  format: 'xlsx' | 'csv',
  words: Words,
  chosen: readonly ViewColumn[] = [],
): Promise<Sheet> {
  const which = read(ctx, async (db) => {
    const where = sql`${conditions(ctx.scope, filter)} and ${await matching(db, filter)}`;
    return (await rowsOf(db, whichRows(where, orderOf(filter).by)))[0];
  });
  const [fixed, known] = await Promise.all([which, read(ctx, knownTo)]);
  const parts = inParts(fixed?.ids ?? '');
  const rows = fixed?.n ?? 0;
  const cells = cellsIn(known, words, chosen);
  const batches = batchesOf(ctx, parts, cells);
  if (format === 'csv') return { rows, bytes: csvOfBatches(cells, batches) };
  const options = { sheet: words.t('initiative.list'), titleLines: titleLines(ctx, rows, words) };
  return { rows, bytes: writeXlsx(columnsOf(cells), rowsOfBatches(cells, batches), options) };
}

function titleLines({ now }: Context, n: number, { t, language }: Words): string[] {
  const made = { n, time: timeOf(now), day: formatDay(dayOf(now), language) };
  return [t('initiative.export_title'), t('initiative.export_count', made)];
}

async function* batchesOf(ctx: Context, parts: readonly Part[], cells: readonly BatchCell[]): Batches {
  const fetch = (at: number) => fetched(ctx, batch(cells, parts[at]!));
  let now = parts.length > 0 ? fetch(0) : undefined;
  for (let at = 1; now; at++) {
    // The database reads on while this batch is written.
    const then = at < parts.length ? now.whole.then(() => fetch(at)) : undefined;
    then?.catch(() => {}); // The rows that did not come say why.
    yield* now.rows;
    now = await then;
  }
}

/** A batch on its way: its rows as they come, and when all have come; who takes them slowly does not hold that up. */
function fetched(ctx: Context, asked: RawBuilder<unknown>): { rows: Readable; whole: Promise<void> } {
  const rows = new Readable({ objectMode: true, read() {} });
  rows.on('error', () => {}); // Told to whoever reads them; nobody may any more.
  const whole = readCopied(ctx, asked, (stretch) => rows.push(stretch));
  whole.then(
    () => rows.push(null),
    (failure) => rows.destroy(failure),
  );
  return { rows, whole };
}

/** Rows that are read together: their ids, and how many of the list come before them. */
type Part = { before: number; ids: string };

/** Cuts the list of ids into batches; it stays one text, since a hundred thousand small ones would be made for nothing. */
function inParts(ids: string): Part[] {
  const parts: Part[] = [];
  let [before, start, n] = [0, 0, 0];
  for (let comma = ids.indexOf(','); comma >= 0; comma = ids.indexOf(',', comma + 1)) {
    n++;
    if (n - before < (before === 0 ? FIRST_BATCH : BATCH)) continue;
    parts.push({ before, ids: ids.slice(start, comma) });
    [before, start] = [n, comma + 1];
  }
  return start < ids.length ? [...parts, { before, ids: ids.slice(start) }] : parts;
}

const whichRows = (where: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql<{ ids: string | null; n: number }>`
  select string_agg(id::text, ',') as ids, count(*)::integer as n
  from (select r.id from registration r where ${where} order by ${by}) listed`;

// Each row keeps its place in the list; what has left the reader's scope since is left out.
const batch = (cells: readonly BatchCell[], { before, ids }: Part) => sql`
  select ${sql.join(cells.flatMap(({ asked }) => asked.map((column) => sql.ref(column))))}
  from (select id, place + ${sql.lit(before)} as place from unnest(${sql.lit(`{${ids}}`)}::integer[]) with ordinality asked (id, place)) listed
  join registration r on r.id = listed.id join initiative i on i.id = r.initiative_id left join registrant g on g.id = r.registrant_id
  order by listed.place`;
