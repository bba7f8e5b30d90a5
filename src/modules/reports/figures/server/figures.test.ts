import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, fields, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { clear, openWork, type Step, steps, take } from '../../../../../tests/support/work.ts';
import { BYS, type By, type Report } from '../rules.ts';
import { total } from '../rules-groups.ts';
import { type Ask, figures } from './queries.ts';

const WORLD = {
  units: [units.commune, units.sibling, units.otherCommune, units.district, units.province],
  cycles: [cycles.last, cycles.current],
  fields: [fields.economy, fields.culture],
  sectors: [1, 2],
  levels: ['commune', 'district', 'province'],
};

let cast: Cast;
let client: pg.Client;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

const asked = (person: PersonName, ask: Partial<Ask> = {}): Promise<Report> => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => figures(db, ctx.scope, { cycleId: cycles.current, ...ask }));
};
const enter = (models: number[], unit: number, more: Partial<Step> = {}) =>
  take(client, { do: 'enter', models, cycle: 2, level: 'commune', unit, sector: null, field: 1, ...more } as Step);
const recognise = (models: number[], cycle = 2) =>
  take(client, { do: 'mark', models, cycle, level: null, depth: 3, state: 'accepted' });
const lines = (report: Report) => report.groups.map((each) => [each.key, each.label, each.registered, each.recognised]);

/** What a person without this module would count: distinct models, or the rows of a level, at the given units. */
const COUNT = `select count(distinct initiative_id)::integer as registered,
    count(distinct initiative_id) filter (where recognised_by is not null)::integer as recognised
  from registration where submitted_on is not null and state not in ('withdrawn', 'annulled')
    and cycle_id = $1 and ($2::text is null or level = $2)`;

test('whatever was done: the total is a count of the rows, and the lines of each division add up to it', async () => {
  const level = fc.constantFrom(undefined, 'commune' as const, 'province' as const);
  await fc.assert(
    fc.asyncProperty(steps(WORLD, 10), level, async (work, chosen) => {
      await clear(client, WORLD);
      for (const step of work) await take(client, step);
      const [row] = (await client.query(COUNT, [cycles.current, chosen ?? null])).rows;
      for (const by of ['unit', 'field', 'subject', 'sector'] as By[]) {
        const report = await asked('auditor', { by, level: chosen });
        expect(report).toMatchObject(row);
        expect(total(report.groups)).toMatchObject(row);
        const { previous, change } = report;
        expect(total(report.groups.flatMap((each) => each.previous ?? [])).registered).toBe(previous?.registered);
        expect(change?.registered).toBe(row.registered - (previous?.registered ?? 0));
      }
      for (const line of (await asked('auditor', { by: 'level' })).groups) {
        const [each] = (await client.query(COUNT, [cycles.current, line.key])).rows;
        expect(line).toMatchObject(each);
      }
    }),
    { numRuns: 30 },
  );
});

test('units under the place stand in the order of their codes, also those with nothing; its own come apart', async () => {
  await clear(client, WORLD);
  await enter([1, 2, 3], units.commune);
  await enter([4], units.province);
  await recognise([1, 2]);
  expect(lines(await asked('provincial_officer', { by: 'unit' }))).toEqual([
    ['011', 'Huyện Đông', 3, 2],
    ['012', 'Huyện Tây', 0, 0],
    ['01', 'Tỉnh Mẫu trực tiếp đăng ký', 1, 0],
  ]);
  expect(lines(await asked('provincial_officer', { by: 'unit', unitId: units.district }))).toEqual([
    ['01101', 'Xã Đông Một', 3, 2],
    ['01102', 'Xã Đông Hai', 0, 0],
  ]);
  expect(lines(await asked('provincial_officer', { by: 'unit', unitId: units.sibling }))).toEqual([
    ['01102', 'Xã Đông Hai', 0, 0],
  ]);
});

test('the year before is the cycle of that year, line by line', async () => {
  await clear(client, WORLD);
  await enter([1, 2], units.commune, { cycle: cycles.last });
  await enter([1, 2, 3], units.commune);
  await recognise([1], cycles.last);
  const report = await asked('provincial_officer', { by: 'field', level: 'commune' });
  expect(report).toMatchObject({ cycle: '2026', level: 'commune', registered: 3, recognised: 0, rate: 0 });
  expect(report.previous).toMatchObject({ cycle: '2025', registered: 2, recognised: 1, rate: 50 });
  expect(report.change).toEqual({ registered: 1, recognised: -1, rate: -50 });
  expect(report.groups[0]).toMatchObject({
    key: 'economy',
    label: 'Kinh tế',
    change: { registered: 1, recognised: -1, rate: -50 },
  });
  expect(report.groups[1]).toMatchObject({
    key: 'culture',
    rate: null,
    change: { registered: 0, recognised: 0, rate: null },
  });
  const first = await asked('provincial_officer', { cycleId: cycles.last });
  expect([first.previous, first.change]).toEqual([null, null]);
});

test('a model at three levels is one model and three registrations; levels are listed, never added', async () => {
  await clear(client, WORLD);
  for (const level of WORLD.levels) await enter([1], units.commune, { level } as Partial<Step>);
  await enter([2], units.commune);
  const report = await asked('auditor', { by: 'level' });
  expect(report).toMatchObject({ level: null, registered: 2 });
  expect(lines(report)).toEqual([
    ['commune', 'Cấp cơ sở', 2, 0],
    ['district', 'Cấp huyện', 1, 0],
    ['province', 'Cấp tỉnh', 1, 0],
  ]);
});

test('each person sees their own territory, from one press of the same page', async () => {
  await clear(client, WORLD);
  await enter([1, 2], units.commune);
  await enter([3], units.sibling);
  await enter([4], units.otherCommune);
  const totals: Partial<Record<PersonName, number>> = {
    auditor: 4,
    provincial_officer: 4,
    district_officer: 3,
    commune_officer: 2,
    other_officer: 1,
  };
  for (const [person, registered] of Object.entries(totals)) {
    expect(await asked(person as PersonName)).toMatchObject({ registered });
  }
  expect((await asked('district_officer')).place).toMatchObject({ name: 'Huyện Đông', path: [{ name: 'Huyện Đông' }] });
});

test('labels follow the language; a figure costs three queries whatever it is divided by', async () => {
  await clear(client, WORLD);
  const ctx = cast.contextFor('auditor');
  for (const by of BYS) {
    const before = cast.database.queries;
    await read(ctx, (db) => figures(db, ctx.scope, { cycleId: cycles.current, by }));
    expect(cast.database.queries - before).toBe(3);
  }
  const { groups } = await read(ctx, (db) => figures(db, ctx.scope, { cycleId: cycles.current, by: 'sector' }, 'en'));
  expect(groups.map((each) => each.label)).toEqual([
    'Sector 1',
    'Sector 2',
    'Women’s Union',
    'Farmers’ Union',
    'In no sector',
  ]);
});

test('fields are summed under the national ones; those of which nobody has said under which stand last', async () => {
  await clear(client, WORLD);
  await client.query(`update field set national = case id when 1 then 'economy' end`);
  await enter([1, 2], units.commune);
  await enter([3], units.commune, { field: 2 });
  expect(lines(await asked('auditor', { by: 'national' }))).toEqual([
    ['economy', 'Kinh tế', 2, 0],
    ['culture_society', 'Văn hóa – xã hội', 0, 0],
    ['defence_security', 'Quốc phòng – an ninh', 0, 0],
    ['political_system', 'Xây dựng hệ thống chính trị', 0, 0],
    ['none', 'Chưa xếp vào lĩnh vực toàn quốc', 1, 0],
  ]);
});

test('what is not there is refused with a sentence', async () => {
  await expect(asked('auditor', { cycleId: 1999 })).rejects.toMatchObject({
    kind: 'missing',
    reason: { code: 'figures.cycle_missing' },
  });
  await expect(asked('auditor', { unitId: 999 })).rejects.toMatchObject({
    kind: 'missing',
    reason: { code: 'figures.unit_missing' },
  });
  await client.query(`delete from cycle_level where cycle_id = 2 and level = 'district'`);
  await expect(asked('auditor', { level: 'district' })).rejects.toMatchObject({
    kind: 'missing',
    reason: { code: 'figures.level_missing' },
  });
});
