import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLIC, publicScope } from '../../src/modules/people/scope/rules.ts';
import type { Context } from '../../src/platform/server/context.ts';
import { read, rowsOf } from '../../src/platform/server/db.ts';
import { type Cast, cycles, NOW, openCast, PERSON_NAMES, units } from '../support/cast.ts';
import { send } from '../support/initiatives.ts';
import { openWork, take } from '../support/work.ts';

const WORLD = {
  units: Object.values(units),
  cycles: [1, 2],
  fields: [1, 2],
  sectors: [1],
  levels: ['commune', 'district'],
};

let cast: Cast;
let client: pg.Client;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
  for (const [index, unit] of [units.commune, units.sibling, units.otherCommune, units.district].entries())
    for (const level of WORLD.levels)
      await take(client, {
        do: 'enter',
        models: [index + 1],
        cycle: cycles.current,
        level,
        unit,
        sector: null,
        field: 1,
      });
  // Half of the counters folded, half not: both tables stand behind the wall.
  await take(client, { do: 'fold' });
  await take(client, {
    do: 'enter',
    models: [5, 6],
    cycle: cycles.current,
    level: 'commune',
    unit: units.sibling,
    sector: 1,
    field: 2,
  });
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

const asked = async (ctx: Context, query: RawBuilder<unknown>) => {
  const [row] = await read(ctx, (db) => rowsOf(db, query as RawBuilder<{ n: number }>));
  return Number(row?.n);
};
const COUNTED = sql`select coalesce(sum(registered), 0) as n from registration_count where level = 'any'`;
const VISIBLE = sql`select count(distinct initiative_id) as n from registration`;

test.each(PERSON_NAMES)('%s counts no more than the rows that they can open', async (person) => {
  const ctx = cast.contextFor(person);
  const counted = await asked(ctx, COUNTED);
  if (person.endsWith('registrant')) expect(counted).toBe(0);
  else expect(counted).toBe(await asked(ctx, VISIBLE));
});

test('a stranger counts nothing, published or not', async () => {
  await client.query('update registration set published_at = now()');
  const ctx: Context = { database: cast.database, actor: PUBLIC, scope: publicScope(), now: NOW, requestId: 'test' };
  expect(await asked(ctx, COUNTED)).toBe(0);
});

test('nobody but the owner writes a counter', async () => {
  const connection = await cast.database.pool.connect();
  try {
    await connection.query(`select set_config('kheo.scope_all', 'on', false)`);
    for (const table of ['registration_count_cell', 'registration_count_sum', 'registration_count_delta'])
      await expect(connection.query(`delete from ${table}`)).rejects.toThrow('permission denied');
  } finally {
    connection.release(true);
  }
});

test('what names a model tells nothing of who registered it: the same words twice are two numbers in a row', async () => {
  // The rows of this file were entered with ids of their own.
  await cast.asOwner(`select setval(pg_get_serial_sequence(name, 'id'), 1000)
    from unnest(array['initiative', 'initiative_version', 'registration']) name`);
  const over = { unitId: units.otherCommune, registrantName: 'Trần Thị Mẫu', subject: 'individual' as const };
  for (const name of ['Vườn rau', 'Vườn rau chung']) await send(cast, 'other_registrant', { ...over, name });
  const rows = await cast.asOwner<{ code: string }>(
    `select code from initiative i join registrant g on g.id = i.registrant_id where g.name = 'Trần Thị Mẫu' order by i.id`,
  );
  const numbers = rows.map(({ code }) => /^TM-\d{4}-(\d+)$/.exec(code)?.[1]);
  expect(numbers).toHaveLength(2);
  expect(Number(numbers[1]) - Number(numbers[0])).toBe(1);
});
