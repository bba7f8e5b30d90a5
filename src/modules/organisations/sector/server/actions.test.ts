import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, sectors, units } from '../../../../../tests/support/cast.ts';
import { unitHistory } from '../../unit/server/queries-history.ts';
import { placeUnit } from './actions.ts';
import { unitsInSectors } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const admin = () => cast.contextFor('administrator');
const on = async (day: string) =>
  (await read(admin(), (db) => unitsInSectors(db, day))).map((each) => `${each.name}: ${each.sector.en}`);

test('a unit belongs to a sector from a day on, to another later, then to none; the past stays as it was', async () => {
  await placeUnit(admin(), { code: '01101', sectorId: sectors.women, from: '01/01/2026' });
  await placeUnit(admin(), { code: '01101', sectorId: sectors.farmers, from: '01/02/2026' });
  await placeUnit(admin(), { code: '01101', sectorId: '', from: '01/03/2026' });
  const history = await read(admin(), (db) => unitHistory(db, units.commune));
  expect(
    history?.facts.filter(({ fact }) => fact === 'sector').map(({ valueEn, since, until }) => [valueEn, since, until]),
  ).toEqual([
    ['Farmers’ Union', '2026-02-01', '2026-03-01'],
    ['Women’s Union', '2026-01-01', '2026-02-01'],
  ]);
  expect([await on('2025-12-31'), await on('2026-01-31'), await on('2026-02-28'), await on('2026-03-01')]).toEqual([
    [],
    ['Xã Đông Một: Women’s Union'],
    ['Xã Đông Một: Farmers’ Union'],
    [],
  ]);
});

test('only an administrator says so; a unit or a sector that is not there is refused', async () => {
  const input = { code: '01101', sectorId: sectors.women, from: '01/01/2026' };
  await expect(placeUnit(cast.contextFor('provincial_officer'), input)).rejects.toMatchObject({ status: 403 });
  for (const [field, wrong] of Object.entries({ code: '99999', sectorId: 999, from: 'mai' }))
    await expect(placeUnit(admin(), { ...input, [field]: wrong })).rejects.toMatchObject({
      fields: { [field]: { code: expect.stringMatching(/^sector\./) } },
    });
});
