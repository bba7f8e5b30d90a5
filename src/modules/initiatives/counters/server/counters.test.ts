import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, fields, NOW, openCast, units } from '../../../../../tests/support/cast.ts';
import { clear, openWork, steps, take } from '../../../../../tests/support/work.ts';
import { foldCounters } from './actions.ts';
import { counterChecks, differences } from './queries.ts';
import { recount } from './store.ts';

const WORLD = {
  units: [units.commune, units.sibling, units.otherCommune, units.district],
  cycles: [cycles.last, cycles.current],
  fields: [fields.economy, fields.culture],
  sectors: [1, 2],
  levels: ['commune', 'district', 'province'],
};

let cast: Cast;
let client: pg.Client;
let system: Context;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
  system = { database: cast.database, actor: SYSTEM, scope: systemScope(), now: NOW, requestId: 'test' };
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

const wrong = () => read(system, differences);
const enter = (models: number[], level = 'commune') =>
  take(client, {
    do: 'enter',
    models,
    cycle: cycles.current,
    level,
    unit: units.commune,
    sector: null,
    field: fields.economy,
  });
const mark = (models: number[], depth: 0 | 1 | 2 | 3 | 4 | 5, state = 'accepted', level: string | null = null) =>
  take(client, { do: 'mark', models, cycle: cycles.current, level, depth, state });
const COUNTS = `select level, sum(registered) as registered, sum(carried_out) as carried_out, sum(recognised) as recognised,
  sum(outstanding) as outstanding, sum(commended) as commended from registration_count group by level order by level`;
const counts = async () =>
  (await client.query(COUNTS)).rows.map((row) => [row.level, ...Object.values(row).slice(1).map(Number)]);

test('whatever is entered, marked, moved and annulled, and whenever it is folded, the counters are those of a recount', async () => {
  await fc.assert(
    fc.asyncProperty(steps(WORLD), async (work) => {
      await clear(client, WORLD);
      for (const step of work) await take(client, step);
      expect(await wrong()).toEqual([]);
      await take(client, { do: 'fold' });
      expect(await wrong()).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the five words of one model entered at two levels', async () => {
  await clear(client, WORLD);
  await enter([1]);
  await enter([1], 'district');
  expect(await counts()).toEqual([
    ['any', 1, 0, 0, 0, 0],
    ['commune', 1, 0, 0, 0, 0],
    ['district', 1, 0, 0, 0, 0],
  ]);
  await mark([1], 5, 'recognised', 'district');
  expect(await counts()).toEqual([
    ['any', 1, 1, 1, 1, 1],
    ['commune', 1, 0, 0, 0, 0],
    ['district', 1, 1, 1, 1, 1],
  ]);
  await mark([1], 1, 'withdrawn', 'commune');
  expect((await counts())[1]).toEqual(['commune', 0, 0, 0, 0, 0]);
  expect((await counts())[0]).toEqual(['any', 1, 1, 1, 1, 1]);
  await mark([1], 1, 'returned', 'commune');
  expect((await counts())[1]).toEqual(['commune', 1, 0, 0, 0, 0]);
});

test('two transactions that enter two levels of one model at once count it once, and neither is thrown out', async () => {
  await clear(client, WORLD);
  const [one, other] = [await openOther(), await openOther()];
  const enterAt = async (by: pg.Client, model: number, level: string, unit: number, field: number) => {
    await take(by, { do: 'enter', models: [model], cycle: cycles.current, level, unit, sector: null, field });
    // Whoever comes second waits for the first, so each commits as soon as its own statement is through.
    await by.query('commit');
  };
  try {
    for (const model of [1, 2, 3, 4, 5, 6, 7]) {
      await Promise.all([one.query('begin'), other.query('begin')]);
      const mine = enterAt(one, model, 'commune', units.commune, fields.economy);
      const theirs = enterAt(other, model, 'province', units.sibling, fields.culture);
      await Promise.all([mine, theirs]);
    }
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
  expect(await wrong()).toEqual([]);
  expect((await counts()).map((row) => row.slice(0, 2))).toEqual([
    ['any', 7],
    ['commune', 7],
    ['province', 7],
  ]);
});

/** Where the sums that figures read differ from their cells. */
const astray = async () =>
  (
    await client.query(`
      select cycle_id, level, keeper_unit_id, unit_id, field_id from (
        select cycle_id, level, keeper_unit_id, unit_id, field_id, registered, carried_out, recognised, outstanding, commended from registration_count
        union all
        select cycle_id, level, keeper_unit_id, unit_id, field_id, -registered, -carried_out, -recognised, -outstanding, -commended
        from registration_count_by_field) both_ways
      group by 1, 2, 3, 4, 5
      having sum(registered) <> 0 or sum(carried_out) <> 0 or sum(recognised) <> 0 or sum(outstanding) <> 0 or sum(commended) <> 0`)
  ).rows;

test('folding while others write loses and doubles nothing', async () => {
  await clear(client, WORLD);
  const other = await openOther();
  try {
    const writes = (async () => {
      for (let round = 0; round < 30; round++)
        await take(other, {
          do: 'enter',
          models: [(round % 7) + 1],
          cycle: 1 + (round % 2),
          level: WORLD.levels[round % 3] as string,
          unit: units.commune,
          sector: 1,
          field: 1,
        });
    })();
    for (let round = 0; round < 15; round++) await foldCounters(system, {});
    await writes;
  } finally {
    await other.end();
  }
  expect(await wrong()).toEqual([]);
  await foldCounters(system, {});
  expect((await client.query('select from registration_count_delta')).rowCount).toBe(0);
  expect(await wrong()).toEqual([]);
  expect(await astray()).toEqual([]);
});

test('doctor says where counters and rows differ, and a recount mends it', async () => {
  await clear(client, WORLD);
  await enter([1, 2, 3]);
  const check = () => counterChecks[0]?.run(client);
  expect(await check()).toBeNull();
  await client.query('update registration_count_delta set registered = registered + 1');
  expect(await check()).toMatch(
    /^2 of the counters differ .*cycle 2026, level any, unit 4\)\. Run \.\/bin\/kheo recount\.$/,
  );
  expect(await recount(client)).toBe(2);
  expect(await check()).toBeNull();
  expect(await astray()).toEqual([]);
});

test('the fold leaves no trace in the audit, and only the system may ask for it', async () => {
  await foldCounters(system, {});
  expect((await client.query('select from audit_event')).rowCount).toBe(0);
  await expect(foldCounters(cast.contextFor('administrator'), {})).rejects.toMatchObject({ kind: 'forbidden' });
});

async function openOther(): Promise<pg.Client> {
  const other = new pg.Client({ connectionString: cast.url });
  await other.connect();
  await other.query(`set kheo.scope_all = 'on'`);
  return other;
}
