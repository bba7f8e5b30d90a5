import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BYS, type By } from '../../src/modules/reports/figures/rules.ts';
import { figures } from '../../src/modules/reports/figures/server/queries.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { read } from '../../src/platform/server/db.ts';
import { type Cast, cycles, openCast, PERSON_NAMES, type PersonName, type UnitName, units } from '../support/cast.ts';
import { openWork, take } from '../support/work.ts';

const WORLD = {
  units: Object.values(units),
  cycles: [cycles.last, cycles.current],
  fields: [1, 2],
  sectors: [1, 2],
  levels: ['commune', 'district', 'province'],
};
/** What each person may ask about; everybody else's units do not exist for them. */
const OWN: Record<PersonName, UnitName[]> = {
  registrant: [],
  sibling_registrant: [],
  other_registrant: [],
  commune_officer: ['commune'],
  committee_member: ['commune'],
  sector_officer: ['province', 'district', 'otherDistrict', 'commune', 'sibling', 'otherCommune'],
  sibling_officer: ['sibling'],
  other_officer: ['otherCommune'],
  district_officer: ['district', 'commune', 'sibling'],
  other_district_officer: ['otherDistrict', 'otherCommune'],
  provincial_officer: ['province', 'district', 'otherDistrict', 'commune', 'sibling', 'otherCommune'],
  administrator: ['province', 'district', 'otherDistrict', 'commune', 'sibling', 'otherCommune'],
  auditor: ['province', 'district', 'otherDistrict', 'commune', 'sibling', 'otherCommune'],
};

let cast: Cast;
let client: pg.Client;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
  await enter([1], 'commune');
  await enter([2], 'sibling');
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

async function enter(models: number[], unit: UnitName) {
  for (const cycle of WORLD.cycles)
    for (const level of WORLD.levels)
      await take(client, { do: 'enter', models, cycle, level, unit: units[unit], sector: 1, field: 1 });
}

/** What a person can learn from figures: of every unit, without and with a level, refusals included. */
async function everything(person: PersonName, bys: readonly By[] = BYS): Promise<Record<string, unknown>> {
  const ctx = cast.contextFor(person);
  const told: Record<string, unknown> = {};
  for (const unit of [undefined, ...(Object.keys(units) as UnitName[])])
    for (const level of [undefined, 'commune'] as const)
      for (const by of bys) {
        const ask = { cycleCode: '2026', level, by, unitId: unit && units[unit] };
        told[`${unit} ${level} ${by}`] = await read(ctx, (db) => figures(db, ctx.scope, ask)).catch((failure) => {
          if (failure instanceof Refusal) return failure.kind;
          throw failure;
        });
      }
  return told;
}

test.each(PERSON_NAMES)('%s is told figures of their own units, and that others do not exist', async (person) => {
  const told = await everything(person, ['unit']);
  for (const unit of Object.keys(units) as UnitName[]) {
    const answer = told[`${unit} undefined unit`];
    if (OWN[person].includes(unit)) expect(answer).toMatchObject({ place: { unitId: units[unit] } });
    else expect(answer).toBe('missing');
  }
  const top = OWN[person][0];
  if (top) expect(told['undefined undefined unit']).toMatchObject({ place: { unitId: units[top] } });
  else expect(told['undefined undefined unit']).toBe('missing');
});

test('whatever others enter, nothing that a person can ask changes: no subtraction tells it', async () => {
  const watched: [PersonName, UnitName[]][] = [
    ['commune_officer', ['sibling', 'otherCommune', 'district', 'otherDistrict', 'province']],
    ['committee_member', ['sibling', 'otherCommune', 'district', 'otherDistrict', 'province']],
    ['other_district_officer', ['commune', 'sibling', 'district', 'province']],
  ];
  for (const [person, elsewhere] of watched) {
    const before = await everything(person);
    for (const unit of elsewhere) await enter([3, 4, 5], unit);
    for (const cycle of WORLD.cycles)
      await take(client, { do: 'mark', models: [3, 4, 5], cycle, level: null, depth: 3, state: 'accepted' });
    expect(await everything(person)).toEqual(before);
    expect((await client.query('select from registration where initiative_id = any ($1)', [[3, 4, 5]])).rowCount).toBe(
      18,
    );
    for (const cycle of WORLD.cycles) await take(client, { do: 'annul', models: [3, 4, 5], cycle, level: null });
    await client.query('delete from registration where initiative_id = any ($1)', [[3, 4, 5]]);
  }
});

test('a unit of which one part lies outside the scope is not summed', async () => {
  // On the cycle's tree the sibling commune hangs under the other district; on today's it does not.
  await client.query(`update unit_parent set valid = '[2010-01-01,2027-06-01)' where unit_id = $1`, [units.sibling]);
  await client.query(`update unit_parent set parent_id = $2 where unit_id = $1`, [units.sibling, units.otherDistrict]);
  const told = await everything('other_district_officer', ['unit']);
  expect(told['otherDistrict undefined unit']).toBe('missing');
  expect(told['otherCommune undefined unit']).toMatchObject({ place: { unitId: units.otherCommune } });
});
