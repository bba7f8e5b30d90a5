import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reorganise } from '#modules/people/transition/server/actions.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import { unitHistory } from './queries-history.ts';
import { branchOn, searchUnits, treeOn, unitsPage } from './queries-tree.ts';

const TODAY = '2026-03-10';
/** A country beside the cast's province: 30 provinces of 20 districts of 20 communes, some 12,000 units. */
const PROVINCES = 30;
const DISTRICTS = 20;
const COMMUNES = 20;

let cast: Cast;
let ctx: Context;
let merged: number;
beforeAll(async () => {
  cast = await openCast();
  ctx = cast.contextFor('commune_officer');
  await cast.asOwner(
    `with made as materialized (
       select 10000 + p * 1000 as id, null::integer as parent, 'province' as kind, 'Tỉnh ' || p as name from generate_series(1, ${PROVINCES}) p
       union all select 10000 + p * 1000 + d, 10000 + p * 1000, 'district', 'Huyện ' || p || ' ' || d
         from generate_series(1, ${PROVINCES}) p, generate_series(1, ${DISTRICTS}) d
       union all select 10000 + p * 1000 + 20 + d * 20 + c, 10000 + p * 1000 + d, 'commune', 'Xã ' || p || ' ' || d || ' ' || c
         from generate_series(1, ${PROVINCES}) p, generate_series(1, ${DISTRICTS}) d, generate_series(1, ${COMMUNES}) c),
     one as (insert into unit (id, path_today) select id, id::text::ltree from made),
     two as (insert into unit_name select id, name, lower(unaccent(name)), '[2010-01-01,)' from made),
     three as (insert into unit_code select id, 'x' || id, '[2010-01-01,)' from made),
     four as (insert into unit_kind select id, kind, '[2010-01-01,)' from made)
     insert into unit_parent select id, parent, '[2010-01-01,)' from made`,
  );
  await cast.asOwner('analyze');
  const done = await reorganise(cast.contextFor('administrator'), {
    resolution: '5/NQ',
    plan: {
      effectiveOn: '2026-02-01',
      created: [{ key: 'n', name: 'Xã Đông Mới', kind: 'commune', code: '01103', parent: units.district }],
      ended: [units.commune, units.sibling],
      changed: [{ unitId: units.otherCommune, name: 'Phường Tây Một', kind: 'ward', code: '01201' }],
      successions: [units.commune, units.sibling].map((from) => ({ from, to: 'n', share: 'whole' as const })),
    },
  });
  merged = done.made[0]?.[1] as number;
}, 60_000);
afterAll(() => cast.close());

const asked = (work: (db: ReadDb) => Promise<unknown>) => read(ctx, work);

test('the tree opens with the roots and what is right under them, and costs little however many units there are', async () => {
  const total = await read(ctx, (db) => rowsOf(db, sql<{ n: number }>`select count(*) as n from unit`));
  expect(total[0]?.n).toBeGreaterThan(12_000);
  const tree = await read(ctx, (db) => treeOn(db, TODAY, []));
  expect(tree).toHaveLength(PROVINCES + 1 + PROVINCES * DISTRICTS + 2);
  expect(await read(ctx, (db) => treeOn(db, TODAY, [units.district]))).toHaveLength(tree.length + 1);
  const branch = await read(ctx, (db) => branchOn(db, TODAY, 11_001));
  expect(branch).toMatchObject({ unit: { name: 'Huyện 1 1', under: COMMUNES }, above: [{ name: 'Tỉnh 1' }] });
  expect(branch?.under).toHaveLength(COMMUNES);
  const took: number[] = [];
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    await asked((db) => unitsPage(db, ctx, new URLSearchParams()));
    took.push(performance.now() - began);
  }
  // Some sixty milliseconds on two shared cores; five hundred would be a plan that reads every unit for each line.
  expect(Math.min(...took)).toBeLessThan(500);
});

test.each(['', 'open=2', 'branch=2', 'q=dong', 'q=01101'])(
  'the page costs at most three queries: %s',
  async (address) => {
    const before = cast.database.queries;
    await asked((db) => unitsPage(db, ctx, new URLSearchParams(address)));
    expect(cast.database.queries - before).toBeLessThanOrEqual(3);
  },
);

test('a branch is read by its index: no scan over all units', async () => {
  const rows = await cast.asOwner<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off, timing off, summary off)
     select p.unit_id, n.name from unit_parent p join unit_name n on n.unit_id = p.unit_id and n.valid @> '${TODAY}'::date
     where p.parent_id = 11001 and p.valid @> '${TODAY}'::date`,
  );
  const text = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(text).not.toMatch(/Seq Scan/);
});

test('names, kinds and parents are those of the day', async () => {
  const names = async (day: string) =>
    (await read(ctx, (db) => treeOn(db, day, [units.district, units.otherDistrict])))
      .filter(({ parentId }) => parentId === units.district || parentId === units.otherDistrict)
      .map(({ name, kind }) => `${kind} ${name}`);
  expect(await names('2026-01-31')).toEqual(['commune Xã Đông Một', 'commune Xã Đông Hai', 'commune Xã Tây Một']);
  expect(await names(TODAY)).toEqual(['commune Xã Đông Mới', 'ward Phường Tây Một']);
});

test('a search finds by name without marks and by code, what stands and what has ended', async () => {
  const found = await read(ctx, (db) => searchUnits(db, TODAY, 'xa dong'));
  expect(found.map(({ name, endedOn }) => [name, endedOn])).toEqual([
    ['Xã Đông Mới', null],
    ['Xã Đông Hai', '2026-02-01'],
    ['Xã Đông Một', '2026-02-01'],
  ]);
  expect(found[0]?.above.map(({ name }) => name)).toEqual(['Tỉnh Mẫu', 'Huyện Đông']);
  expect(found[1]?.successors).toEqual([{ id: merged, name: 'Xã Đông Mới' }]);
  expect((await read(ctx, (db) => searchUnits(db, TODAY, '01101'))).map(({ name }) => name)).toEqual(['Xã Đông Một']);
  expect(await read(ctx, (db) => searchUnits(db, TODAY, '%'))).toEqual([]);
});

test('a unit tells what became of it, and where it came from', async () => {
  const old = await read(ctx, (db) => unitHistory(db, units.commune));
  expect(old?.successions).toMatchObject([{ way: 'into', unitId: merged, name: 'Xã Đông Mới', resolution: '5/NQ' }]);
  const fresh = await read(ctx, (db) => unitHistory(db, merged));
  expect(fresh?.successions.map(({ way, name }) => `${way} ${name}`)).toEqual(['from Xã Đông Hai', 'from Xã Đông Một']);
  const renamed = await read(ctx, (db) => unitHistory(db, units.otherCommune));
  expect(renamed?.facts.filter(({ fact }) => fact === 'name').map(({ value }) => value)).toEqual([
    'Phường Tây Một',
    'Xã Tây Một',
  ]);
  expect(await read(ctx, (db) => unitHistory(db, 999_999))).toBeUndefined();
});
