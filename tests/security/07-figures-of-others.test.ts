import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BYS, type By, VIEWS } from '../../src/modules/reports/figures/rules.ts';
import { type Ask, figures } from '../../src/modules/reports/figures/server/queries.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { read } from '../../src/platform/server/db.ts';
import {
  type Cast,
  cycles,
  openCast,
  PERSON_NAMES,
  type PersonName,
  sectors,
  type UnitName,
  units,
} from '../support/cast.ts';
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

async function enter(models: number[], unit: UnitName, sector = 1) {
  for (const cycle of WORLD.cycles)
    for (const level of WORLD.levels)
      await take(client, { do: 'enter', models, cycle, level, unit: units[unit], sector, field: 1 });
}

async function answerTo(person: PersonName, ask: Ask) {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => figures(db, ctx.scope, ask)).catch((failure) => {
    if (failure instanceof Refusal) return failure.kind;
    throw failure;
  });
}

/** What a person can learn from figures: of every unit, without and with a level, refusals included. */
async function everything(person: PersonName, bys: readonly By[] = BYS): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  for (const unit of [undefined, ...(Object.keys(units) as UnitName[])]) {
    const unitId = unit && units[unit];
    for (const level of [undefined, 'commune'] as const)
      for (const by of bys)
        told[`${unit} ${level} ${by}`] = await answerTo(person, { cycleId: cycles.current, level, by, unitId });
  }
  return told;
}

// Before and after the day on which a commune moves from one district to the other.
const DAYS = ['2025-12-31', '2027-12-31'];
/** Overlapping questions: every unit and the whole, in every view, on the tree of either day. */
async function inEveryView(person: PersonName): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {};
  for (const unit of [undefined, ...(Object.keys(units) as UnitName[])])
    for (const view of VIEWS)
      for (const asOf of view === 'then' ? [undefined] : DAYS)
        for (const by of ['unit', 'sector'] as const) {
          const ask = { cycleId: cycles.current, by, view, asOf, unitId: unit && units[unit] };
          told[`${unit} ${view} ${asOf} ${by}`] = await answerTo(person, ask);
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
    await forget([3, 4, 5]);
  }
});

async function forget(models: number[]) {
  for (const cycle of WORLD.cycles) await take(client, { do: 'annul', models, cycle, level: null });
  await client.query('delete from registration where initiative_id = any ($1)', [models]);
}

test('an officer of a sector learns nothing of another sector by any unit, division or total', async () => {
  // The world's sectors stand for the cast's: this officer's is the first.
  const ctx = cast.contextFor('sector_officer');
  const [held] = ctx.actor.appointments;
  expect(held?.sector?.id).toBe(sectors.women);
  await client.query('update registration set sector_id = $1 where sector_id = 1', [sectors.women]);
  const before = { ...(await everything('sector_officer')), ...(await inEveryView('sector_officer')) };
  expect(before['province undefined unit']).toMatchObject({ registered: 2 });
  for (const unit of Object.keys(units) as UnitName[]) await enter([3, 4, 5], unit, sectors.farmers);
  expect({ ...(await everything('sector_officer')), ...(await inEveryView('sector_officer')) }).toEqual(before);
  await forget([3, 4, 5]);
});

test('two questions that overlap tell by their difference nothing that is not told outright', async () => {
  // The sibling commune moves to the other district in 2027: the district on either day differs by that commune alone.
  const move = async (until: string, from: string) => {
    await client.query(`update unit_parent set valid = daterange('2010-01-01', $2) where unit_id = $1`, [
      units.sibling,
      until,
    ]);
    await client.query(`insert into unit_parent (unit_id, parent_id, valid) values ($1, $2, daterange($3, null))`, [
      units.sibling,
      units.otherDistrict,
      from,
    ]);
  };
  await move('2027-01-01', '2027-01-01');
  const asked = { cycleId: cycles.current, by: 'unit' as const, view: 'now' as const };
  const of = (person: PersonName, unit: UnitName, asOf: string) =>
    answerTo(person, { ...asked, asOf, unitId: units[unit] }) as Promise<{ registered: number } | string>;
  const differ = async (person: PersonName, unit: UnitName) => {
    const [early, late] = [await of(person, unit, DAYS[0] as string), await of(person, unit, DAYS[1] as string)];
    return typeof early === 'string' || typeof late === 'string'
      ? 'missing'
      : Math.abs(early.registered - late.registered);
  };
  // Who reads the commune may subtract; who does not is refused one of the two.
  expect(await differ('auditor', 'district')).toBe(1);
  expect(await differ('district_officer', 'district')).toBe(1);
  expect(await differ('other_district_officer', 'otherDistrict')).toBe('missing');
  for (const person of ['commune_officer', 'other_district_officer', 'other_officer'] as const) {
    const before = await inEveryView(person);
    await enter([3, 4, 5], 'sibling');
    expect([person, await inEveryView(person)]).toEqual([person, before]);
    await forget([3, 4, 5]);
  }
  await client.query('delete from unit_parent where unit_id = $1 and parent_id = $2', [
    units.sibling,
    units.otherDistrict,
  ]);
});

test('a unit of which one part lies outside the scope is not summed', async () => {
  // On the cycle's tree the sibling commune hangs under the other district; on today's it does not.
  await client.query(`update unit_parent set valid = '[2010-01-01,2027-06-01)' where unit_id = $1`, [units.sibling]);
  await client.query(`update unit_parent set parent_id = $2 where unit_id = $1`, [units.sibling, units.otherDistrict]);
  const told = await everything('other_district_officer', ['unit']);
  expect(told['otherDistrict undefined unit']).toBe('missing');
  expect(told['otherCommune undefined unit']).toMatchObject({ place: { unitId: units.otherCommune } });
});
