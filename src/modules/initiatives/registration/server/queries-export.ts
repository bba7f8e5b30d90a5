import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
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
import type { ViewColumn } from '../../view/rules.ts';
import { timeOf } from '../rules-moment.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { conditions, orderOf } from './queries.ts';
import { cellsIn, knownTo } from './queries-export-cells.ts';
import { matching } from './queries-text.ts';

/**
 * So few that a file begins at once, then four times as many each time, since each batch reads through the tables anew, up to what may
 * be held in memory while a slow client takes it (some 12 MB).
 */
const FIRST_BATCH = 4_000;
const LAST_BATCH = 64_000;

/** A list as a file: its bytes as they are written, and how many rows it holds. */
export interface Sheet {
  rows: number;
  bytes: AsyncGenerator<Uint8Array>;
}
type Words = { t: Translate; language: Language };

/**
 * Exactly the list of a filter as .xlsx or .csv, all columns or those that the list shows. One query fixes which rows and in
 * which order; growing batches then read them, each in a transaction of its own, so that a slow client holds no connection and
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
  const ids = fixed?.ids?.split(',') ?? [];
  const cells = cellsIn(known, words, chosen);
  const batches = batchesOf(ctx, ids, cells);
  if (format === 'csv') return { rows: ids.length, bytes: csvOfBatches(cells, batches) };
  const options = { sheet: words.t('initiative.list'), titleLines: titleLines(ctx, ids.length, words) };
  return { rows: ids.length, bytes: writeXlsx(columnsOf(cells), rowsOfBatches(cells, batches), options) };
}

function titleLines({ now }: Context, n: number, { t, language }: Words): string[] {
  const made = { n, time: timeOf(now), day: formatDay(dayOf(now), language) };
  return [t('initiative.export_title'), t('initiative.export_count', made)];
}

async function* batchesOf(ctx: Context, ids: readonly string[], cells: readonly BatchCell[]): Batches {
  const fetched = (from: number, size: number) => {
    const asked = ids.slice(from, from + size);
    const rows = asked.length > 0 ? readCopied(ctx, batch(cells, asked, from)) : Promise.resolve([]);
    // A batch that fails is told when its turn comes.
    rows.catch(() => {});
    return rows;
  };
  let [from, size] = [0, FIRST_BATCH];
  for (let next = fetched(0, size); from < ids.length; ) {
    const rows = await next;
    from += size;
    size = Math.min(4 * size, LAST_BATCH);
    // The database reads on while this batch is written.
    next = fetched(from, size);
    // Asked before we are busy for a while, not after.
    await setImmediate();
    yield* rows;
  }
}

const whichRows = (where: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql<{ ids: string | null }>`
  select string_agg(id::text, ',') as ids from (select r.id from registration r where ${where} order by ${by}) listed`;

// Each row keeps its place in the list; what has left the reader's scope since is left out.
const batch = (cells: readonly BatchCell[], ids: readonly string[], before: number) => sql`
  select ${sql.join(cells.flatMap(({ asked }) => asked.map((column) => sql.ref(column))))}
  from (select id, place + ${sql.lit(before)} as place from unnest(${sql.lit(`{${ids.join()}}`)}::integer[]) with ordinality asked (id, place)) listed
  join registration r on r.id = listed.id join initiative i on i.id = r.initiative_id left join registrant g on g.id = r.registrant_id
  order by listed.place`;
