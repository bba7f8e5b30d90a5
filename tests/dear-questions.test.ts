import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDecisions } from '#modules/decisions/decision/server/queries.ts';
import { listUpkeep } from '#modules/upkeep/upkeep/server/queries-list.ts';
import type { Context, Database, ReadDb } from '#platform/server/context.ts';
import { connect, read, rowsOf } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from './support/cast.ts';
import { recognised } from './support/recognised.ts';

// Row security answers some questions by a function that asks the database anew. A list must find its rows by their keys first: else
// the function is called for every row that there is, which took seconds where no plan and no number of statements told of it.

let cast: Cast;
let database: Database;
const MANY = 50;
beforeAll(async () => {
  cast = await openCast();
  await recognised(cast, 'Hũ gạo tình thương');
  const elsewhere = [cycles.current, units.otherCommune, MANY];
  await cast.asOwner(
    `insert into decision (kind, number, decided_on, cycle_id, level, unit_id, created_at)
      select 'recognition', n || '-KHÁC', '2026-03-05', $1, 'commune', $2, now() from generate_series(1, $3) n`,
    elsewhere,
  );
  await cast.asOwner(
    `with model as (
      insert into initiative (code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
      select 'KHAC-' || n, 'Khác', i.unit_id, i.unit_id, i.registrant_id, i.field_id, i.subject, now()
        from generate_series(1, $1) n, (select * from initiative limit 1) i returning id)
    insert into upkeep (initiative_id, act, standing, day, actor_name, at) select id, 'check', 'kept_up', '2026-03-05', 'x', now() from model`,
    [MANY],
  );
  await cast.asOwner(`alter database ${new URL(cast.url).pathname.slice(1)} set track_functions = 'pl'`);
  database = connect(cast.url, 1);
});
afterAll(async () => {
  await database.close();
  await cast.close();
});

const LISTS = {
  decisions: async (db: ReadDb, ctx: Context) => (await listDecisions(db, ctx, {})).lines.length,
  upkeep: async (db: ReadDb, ctx: Context) =>
    (await listUpkeep(db, ctx, { on: '2026-03-10', cycle: cycles.current, show: 'stock' })).lines.length,
};
const READERS: PersonName[] = ['registrant', 'sector_officer', 'commune_officer', 'district_officer'];

const calls = async (db: ReadDb) => {
  const [counted] = await rowsOf(
    db,
    sql<{ calls: number }>`select coalesce(sum(calls), 0)::integer as calls from pg_stat_xact_user_functions
      where funcname in ('decision_names_within', 'model_left_open', 'model_registered_within')`,
  );
  return counted?.calls ?? 0;
};

describe.each(Object.keys(LISTS) as (keyof typeof LISTS)[])('the list of %s', (name) => {
  test.each(READERS)('asks dear questions for %s only of rows that are meant', async (person) => {
    const ctx = { ...cast.contextFor(person), database };
    const { found, asked } = await read(ctx, async (db) => {
      const before = await calls(db);
      return { found: await LISTS[name](db, ctx), asked: (await calls(db)) - before };
    });
    expect(found).toBe(1);
    expect(asked).toBeLessThan(5);
  });
});
