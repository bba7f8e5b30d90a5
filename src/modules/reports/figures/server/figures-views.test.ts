import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { conditions } from '#modules/initiatives/registration/server/queries.ts';
import { reorganise } from '#modules/people/transition/server/actions.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import type { Report, View } from '../rules.ts';
import { rowsBehind } from '../rules-links.ts';
import { figures } from './queries.ts';

let cast: Cast;
/** Two communes and their district become one commune; the third is divided between two new ones. */
beforeAll(async () => {
  cast = await openCast();
  const at = (unitId: number, name: string) =>
    send(cast, 'provincial_officer', { unitId, name, registrantName: `Tổ ${name}` });
  await at(units.commune, 'Một');
  await at(units.sibling, 'Hai');
  await at(units.otherCommune, 'Ba');
  const placed = await at(units.otherCommune, 'Bốn');
  const created = (key: string, code: string, parent: number) => ({ key, name: key, kind: 'commune', code, parent });
  await cast.asOwner(`update cycle set reference_day = '2026-02-28' where id = 2`);
  const { made } = await reorganise(cast.contextFor('administrator'), {
    resolution: '1/NQ',
    plan: {
      effectiveOn: '2026-03-05',
      created: [
        created('Xã Đông', '1', units.province),
        created('Xã Tây A', '2', units.otherDistrict),
        created('Xã Tây B', '3', units.otherDistrict),
      ],
      ended: [units.commune, units.sibling, units.district, units.otherCommune],
      changed: [],
      successions: [
        { from: units.commune, to: 'Xã Đông', share: 'whole' },
        { from: units.sibling, to: 'Xã Đông', share: 'whole' },
        { from: units.otherCommune, to: 'Xã Tây A', share: 'part' },
        { from: units.otherCommune, to: 'Xã Tây B', share: 'part' },
      ],
    },
  });
  const east = made.find(([key]) => key === 'Xã Tây A')?.[1];
  await cast.asOwner('update registration set place_unit_id = $2 where id = $1', [placed.registrationIds[0], east]);
});
afterAll(() => cast.close());

const asked = (view: View, unitId?: number, asOf = '2026-03-10'): Promise<Report> => {
  const ctx = cast.contextFor('auditor');
  return read(ctx, (db) => figures(db, ctx.scope, { cycleId: cycles.current, by: 'unit', view, asOf, unitId }));
};
const lines = (report: Report) =>
  report.groups.filter((each) => each.registered > 0).map((each) => [each.label, each.registered]);

test('as it was then: the units of the cycle’s day, whatever has become of them', async () => {
  const report = await asked('then');
  expect(report).toMatchObject({ view: 'then', asOf: '2026-02-28', registered: 4 });
  expect(lines(report)).toEqual([
    ['Huyện Đông', 2],
    ['Huyện Tây', 2],
  ]);
});

test('by today’s units: what succeeded whole holds its rows, what is divided and not placed is nobody’s', async () => {
  const report = await asked('now');
  expect(report).toMatchObject({ view: 'now', asOf: '2026-03-10', registered: 4 });
  expect(lines(report)).toEqual([
    ['Xã Đông', 2],
    ['Chưa xác định', 2],
  ]);
});

test('by origin: the unit of the model’s place, where it has one and it is certain; the rest is never shared out', async () => {
  expect(lines(await asked('origin'))).toEqual([
    ['Xã Đông', 2],
    ['Huyện Tây', 1],
    ['Chưa xác định', 1],
  ]);
  expect(lines(await asked('origin', undefined, '2026-03-04'))).toEqual([
    ['Huyện Đông', 2],
    ['Huyện Tây', 1],
    ['Chưa xác định', 1],
  ]);
});

test('every figure of a unit opens exactly its rows, in each view', async () => {
  const ctx = cast.contextFor('auditor');
  const opened = async (report: Report, of: string) => {
    const group = report.groups.find(({ label }) => label === of);
    if (!group) throw new Error(`no line ${of}`);
    const address = new URL(rowsBehind(report, 'counted', { by: 'unit', group }) as string, 'http://x');
    const where = conditions(ctx.scope, filterOf(address.searchParams));
    const rows = await read(ctx, (db) =>
      rowsOf(db, sql<{ name: string }>`select r.name from registration r where ${where} order by r.id`),
    );
    return rows.map((row) => row.name);
  };
  expect(await opened(await asked('then'), 'Huyện Đông')).toEqual(['Một', 'Hai']);
  expect(await opened(await asked('then'), 'Huyện Tây')).toEqual(['Ba', 'Bốn']);
  expect(await opened(await asked('now'), 'Xã Đông')).toEqual(['Một', 'Hai']);
  expect(await opened(await asked('origin'), 'Huyện Tây')).toEqual(['Bốn']);
  expect(await opened(await asked('origin', undefined, '2026-03-04'), 'Huyện Đông')).toEqual(['Một', 'Hai']);
});
