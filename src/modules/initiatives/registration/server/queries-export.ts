import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Batches, CELL, columnsOf, csvOfBatches, rowsOfBatches } from '#platform/server/sheet-batches.ts';
import { writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { ViewColumn } from '../../view/rules.ts';
import { timeOf } from '../rules-moment.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { conditions, orderOf } from './queries.ts';
import { cellsIn, cellsOf, knownTo } from './queries-export-cells.ts';
import { matching } from './queries-text.ts';

/** Few enough to hold in memory while a slow client takes them, many enough that opening a transaction and planning cost little beside them. */
const BATCH = 4_000;

/** A list as a file: its bytes as they are written, and how many rows it holds. */
export interface Sheet {
  rows: number;
  bytes: AsyncGenerator<Uint8Array>;
}
type Words = { t: Translate; language: Language };

/**
 * Exactly the list of a filter as .xlsx or .csv, all columns or those that the list shows. One query fixes which rows and in
 * which order; batches of 4,000 then read them, each in a transaction of its own, so that a slow client holds no connection and
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
  const batches = batchesOf(ctx, ids);
  if (format === 'csv') return { rows: ids.length, bytes: csvOfBatches(cells, batches) };
  const options = { sheet: words.t('initiative.list'), titleLines: titleLines(ctx, ids.length, words) };
  return { rows: ids.length, bytes: writeXlsx(columnsOf(cells), rowsOfBatches(cells, batches), options) };
}

function titleLines({ now }: Context, n: number, { t, language }: Words): string[] {
  const made = { n, time: timeOf(now), day: formatDay(dayOf(now), language) };
  return [t('initiative.export_title'), t('initiative.export_count', made)];
}

async function* batchesOf(ctx: Context, ids: readonly string[]): Batches {
  const fetched = (from: number) => {
    const asked = ids.slice(from, from + BATCH);
    const rows = asked.length > 0 ? read(ctx, (db) => rowsOf(db, batch(asked, from))) : Promise.resolve([]);
    // A batch that fails is told when its turn comes.
    rows.catch(() => {});
    return rows;
  };
  let next = fetched(0);
  for (let from = 0; from < ids.length; from += BATCH) {
    const [row] = await next;
    // The database reads on while this batch is written.
    next = fetched(from + BATCH);
    // Asked before we are busy for a while, not after.
    await setImmediate();
    yield row?.text ?? '';
  }
}

const whichRows = (where: RawBuilder<unknown>, by: RawBuilder<unknown>) => sql<{ ids: string | null }>`
  select string_agg(id::text, ',') as ids from (select r.id from registration r where ${where} order by ${by}) listed`;

// One text for the whole batch: a million cells that come one by one cost more than what is done with them. Each row keeps its
// place in the list; what has left the reader's scope since is left out.
const batch = (ids: readonly string[], before: number) => sql<{ text: string | null }>`
  select string_agg(${cellsOf(sql`${before}::integer + asked.place`)}, ${sql.lit(CELL)} order by asked.place) as text
  from unnest(${`{${ids.join()}}`}::integer[]) with ordinality asked (id, place)
  join registration r on r.id = asked.id join initiative i on i.id = r.initiative_id left join registrant g on g.id = r.registrant_id`;
