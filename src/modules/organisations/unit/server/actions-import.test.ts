import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { reorganise } from '#modules/people/transition/server/actions.ts';
import type { Context } from '#platform/server/context.ts';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import { placeUnitsNightly } from '../../reorganisation/server/jobs.ts';
import type { UnitRow } from '../rules-import.ts';
import { importUnits } from './actions-import.ts';
import { unitChecks } from './queries-checks.ts';

let cast: Cast;
let system: Context;
beforeAll(async () => {
  cast = await openCast();
  system = { ...cast.contextFor('administrator'), actor: SYSTEM, scope: systemScope() };
});
afterAll(() => cast.close());

const row = (line: number, code: string, name: string, kind: string, parentCode: string | null): UnitRow => ({
  line,
  code,
  name,
  kind,
  parentCode,
  from: '2015-01-01',
  until: null,
});
const ROWS = [row(2, '01301', 'Xã Nam Một', 'commune', '013'), row(3, '013', 'Huyện Nam', 'district', '01')];
const paths = () => cast.asOwner('select path_today::text as path from unit where id > 6 order by id');

/** What each check says, but for those that find nothing. */
async function found(): Promise<string[]> {
  const client = new pg.Client({ connectionString: cast.url });
  await client.connect();
  await client.query(`select set_config('kheo.scope_all', 'on', false)`);
  const said: string[] = [];
  for (const check of unitChecks) if ((await check.run(client)) !== null) said.push(check.name);
  await client.end();
  return said;
}

test('units of a list hang where they belong, once; an officer may not write them', async () => {
  expect(await importUnits(system, { rows: ROWS, file: 'a.csv' })).toEqual({ written: 2, known: 0 });
  const ids = await cast.asOwner<{ id: number }>('select id from unit where id > 6 order by id');
  const [commune, district] = ids.map(({ id }) => id);
  expect(await paths()).toEqual([{ path: `1.${district}.${commune}` }, { path: `1.${district}` }]);
  expect(await importUnits(system, { rows: ROWS, file: 'a.csv' })).toEqual({ written: 0, known: 2 });
  await expect(importUnits(cast.contextFor('provincial_officer'), { rows: ROWS, file: 'a.csv' })).rejects.toMatchObject(
    {
      kind: 'forbidden',
    },
  );
  await expect(
    importUnits(system, { rows: [row(2, '999', 'Xã', 'commune', '888')], file: 'a.csv' }),
  ).rejects.toMatchObject({ reason: { code: 'unit.import.parent' } });
  expect(await found()).toEqual([]);
});

test('an act of a later day hangs its units anew when that day has come', async () => {
  await reorganise(cast.contextFor('administrator'), {
    resolution: '9/NQ',
    plan: {
      effectiveOn: '2026-05-01',
      created: [],
      ended: [],
      changed: [{ unitId: units.commune, parent: units.otherDistrict }],
      successions: [],
    },
  });
  const path = () => cast.asOwner('select path_today::text as path from unit where id = $1', [units.commune]);
  expect(await path()).toEqual([{ path: '1.2.4' }]);
  await placeUnitsNightly.run({ ...system, now: new Date('2026-04-30T12:00:00+07:00') }, {});
  expect(await path()).toEqual([{ path: '1.2.4' }]);
  await placeUnitsNightly.run({ ...system, now: new Date('2026-05-01T00:00:05+07:00') }, {});
  expect(await path()).toEqual([{ path: '1.3.4' }]);
});

test.each([
  ['units: parents', `update unit_kind set valid = '[2020-01-01,)' where unit_id = 3`],
  ['units: gaps', `update unit_name set valid = '[2020-01-01,)' where unit_id = 6`],
  ['units: loops', `update unit_parent set parent_id = 6 where unit_id = 3`],
  ['units: paths', `update unit set path_today = '1.77' where id = 6`],
  ['units: one province', `update unit_parent set parent_id = null where unit_id = 3`],
])('%s is found', async (name, harm) => {
  const client = new pg.Client({ connectionString: cast.url });
  await client.connect();
  await client.query(`begin; select set_config('kheo.scope_all', 'on', true); ${harm}`);
  const check = unitChecks.find((each) => each.name === name);
  expect(await check?.run(client)).toEqual(expect.stringMatching(/\.$/));
  await client.query('rollback');
  await client.end();
});
