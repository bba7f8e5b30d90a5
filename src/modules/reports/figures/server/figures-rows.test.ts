import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { openWork, take } from '../../../../../tests/support/work.ts';
import type { By, Figure } from '../rules.ts';
import { rowsBehind } from '../rules-links.ts';
import { figures } from './queries.ts';

const WORLD = {
  units: [units.commune, units.sibling, units.otherCommune, units.district, units.province],
  cycles: [cycles.last, cycles.current],
  fields: [1, 2],
  sectors: [1, 2],
  levels: ['commune', 'district', 'province'],
};
/** Model → unit, field, sector, the levels it was entered at, how far it came. */
const MODELS = [
  [1, units.commune, 1, null, ['commune', 'district'], 3],
  [2, units.commune, 2, 1, ['commune'], 1],
  [3, units.sibling, 1, 2, ['commune', 'province'], 5],
  [4, units.otherCommune, 2, null, ['commune'], 3],
  [5, units.otherCommune, 1, 1, ['district'], 2],
  [6, units.district, 2, 2, ['district'], 4],
  [7, units.commune, 1, null, ['commune'], 0],
] as const;

let cast: Cast;
let client: pg.Client;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
  for (const [model, unit, field, sector, levels, depth] of MODELS) {
    const cycle = cycles.current;
    for (const level of levels) await take(client, { do: 'enter', models: [model], cycle, level, unit, sector, field });
    await take(client, { do: 'mark', models: [model], cycle, level: null, depth, state: 'withdrawn' });
    if (depth === 1 || depth === 2)
      await take(client, { do: 'mark', models: [model], cycle, level: null, depth, state: 'accepted' });
  }
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

const OFFICES: PersonName[] = ['commune_officer', 'other_district_officer', 'provincial_officer', 'auditor'];
const CASES = OFFICES.flatMap((person) => WORLD.levels.map((level) => [person, level as Level] as const));

/** How many rows the list shows behind a link. */
async function listed(person: PersonName, link: string): Promise<number> {
  const ctx = cast.contextFor(person);
  const filter = filterOf(new URL(link, 'http://site.invalid').searchParams);
  return (await read(ctx, (db) => listRegistrations(db, ctx.scope, filter))).total;
}

async function compare(person: PersonName, figure: Figure, link: (state: 'counted' | 'recognised') => string | null) {
  const [all, recognised] = [link('counted'), link('recognised')];
  if (all) expect([all, await listed(person, all)]).toEqual([all, figure.registered]);
  if (recognised) expect([recognised, await listed(person, recognised)]).toEqual([recognised, figure.recognised]);
  return all !== null;
}

test.each(CASES)('behind each figure of %s at level %s stand exactly its rows', async (person, level) => {
  const ctx = cast.contextFor(person);
  for (const by of ['unit', 'field', 'subject', 'level', 'sector'] as By[]) {
    const report = await read(ctx, (db) => figures(db, ctx.scope, { cycleId: cycles.current, level, by }));
    await compare(person, report, (state) => rowsBehind(report, state));
    for (const group of report.groups) {
      const opens = await compare(person, group, (state) => rowsBehind(report, state, { by, group }));
      expect(opens).toBe(true);
    }
  }
});

test('a place below the top is named in the link, the top is not', async () => {
  const ctx = cast.contextFor('provincial_officer');
  const at = async (unitId?: number) => {
    const report = await read(ctx, (db) =>
      figures(db, ctx.scope, { cycleId: cycles.current, unitId, level: 'commune' }),
    );
    return rowsBehind(report, 'recognised');
  };
  expect(await at()).toBe('/office/initiatives?cycle=2&level=commune&state=recognised');
  expect(await at(units.district)).toBe('/office/initiatives?cycle=2&level=commune&unit=2&state=recognised');
  expect(await listed('provincial_officer', (await at(units.district)) as string)).toBe(2);
});
