import type pg from 'pg';
import { load } from '../load.ts';
import { onDatabase, untilIdle } from '../sql.ts';
import { duration, type Line } from '../table.ts';
import type { Wire } from '../wire.ts';
import { costOf, type World } from '../world.ts';

const UNITS = 12_000;
const UNDER_ONE = 108;

/** A country's worth of units under the province: districts with their communes, with ids above all others. */
const growth = (from: number, root: number) => [
  `create temp table grown on commit drop as
    select n, ${from} + n as id, nullif(${from} + n - (n - 1) % ${UNDER_ONE + 1}, ${from} + n) as above from generate_series(1, ${UNITS}) n`,
  `insert into unit (id, path_today)
    select id, concat_ws('.', (select path_today from unit where id = ${root}), above, id)::ltree from grown`,
  `insert into unit_name (unit_id, name, plain_name, valid)
    select id, case when above is null then 'Huyện' else 'Xã' end || ' Thử ' || n,
      case when above is null then 'huyen' else 'xa' end || ' thu ' || n, '[2019-01-01,)' from grown`,
  `insert into unit_code (unit_id, code, valid) select id, '6' || lpad(n::text, 5, '0'), '[2019-01-01,)' from grown`,
  `insert into unit_kind (unit_id, kind, valid)
    select id, case when above is null then 'district' else 'commune' end, '[2019-01-01,)' from grown`,
  `insert into unit_parent (unit_id, parent_id, valid) select id, coalesce(above, ${root}), '[2019-01-01,)' from grown`,
];
const TABLES = ['unit_name', 'unit_code', 'unit_kind', 'unit_parent'];

/** The page of units with 12,000 more of them: the tree as it opens, a branch of it, a search. One asks at a time. */
export async function tree(world: World, behind: string, wire: Wire): Promise<Line[]> {
  const { url } = world;
  const from = await onDatabase(url, grow);
  try {
    const open = from + 1 + UNDER_ONE + 1;
    return [
      await page(world, behind, wire, `tree of ${UNITS.toLocaleString('en-US')} units, as it opens`, '/office/units'),
      await page(world, behind, wire, `the same with a branch of ${UNDER_ONE} open`, `/office/units?open=${open}`),
      await page(world, behind, wire, 'the same, searched', '/office/units?q=xa+thu+77'),
    ];
  } finally {
    await onDatabase(url, (client) => shrink(client, from));
  }
}

async function page(world: World, behind: string, wire: Wire, what: string, path: string): Promise<Line> {
  const { site, url, options } = world;
  const headers = world.as('tinh');
  const cost = await costOf(wire, behind + path, { headers });
  await load({ origin: site.origin, ask: path, headers, connections: 1 }, options.seconds);
  await untilIdle(url);
  const { p50, p97 } = await load({ origin: site.origin, ask: path, headers, connections: 1 }, options.seconds);
  return {
    what,
    queries: cost.queries.length,
    bytes: cost.bytes,
    speed: `${duration(p50)}, 97.5 % within ${duration(p97)}`,
    checks: [['≤ 100 ms', p50 <= 100]],
  };
}

/** Answers the id above which the new units are. */
async function grow(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ most: number; root: number }>(
    `select (select max(id) from unit) as most, unit_id as root from unit_parent
      where parent_id is null and valid @> '2026-03-10'::date order by unit_id limit 1`,
  );
  const { most, root } = rows[0] as { most: number; root: number };
  await client.query('begin');
  for (const statement of growth(most, root)) await client.query(statement);
  await client.query('commit');
  await client.query(`analyze unit, ${TABLES.join(', ')}`);
  return most;
}

async function shrink(client: pg.Client, from: number): Promise<void> {
  // Nothing names the new units, and to look that up for each would take minutes.
  await client.query('set session_replication_role = replica');
  for (const table of TABLES) await client.query(`delete from ${table} where unit_id > $1`, [from]);
  await client.query('delete from unit where id > $1', [from]);
  await client.query(`vacuum analyze unit, ${TABLES.join(', ')}`);
}
