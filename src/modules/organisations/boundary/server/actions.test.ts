import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import type { Outline, Position } from '../rules.ts';
import { readBoundaries } from './actions.ts';
import { mapWith } from './queries.ts';

let cast: Cast;
let system: Context;
beforeAll(async () => {
  cast = await openCast();
  system = { ...cast.contextFor('administrator'), actor: SYSTEM, scope: systemScope() };
});
afterAll(() => cast.close());

const outline = (at: number): Outline => {
  const ring = [
    [at, 10],
    [at + 0.1, 10],
    [at + 0.1, 10.1],
    [at, 10],
  ] as Position[];
  return { type: 'MultiPolygon', coordinates: [[ring]] };
};
const reading = (...boundaries: [unitId: number, at: number][]) => ({
  boundaries: boundaries.map(([unitId, at]) => ({ unitId, outline: outline(at) })),
  file: 'ranh-gioi.geojson',
});
const drawn = async (asked: number[]) =>
  (await read(cast.contextFor('registrant'), (db) => mapWith(db, asked, '2026-05-01'))).map(
    ({ id, outline: own, holds }) => [id, own.coordinates[0]?.[0]?.[0]?.[0], holds],
  );

test('boundaries are written, replaced by later ones, recorded, and read by everyone', async () => {
  expect(await drawn([units.commune])).toEqual([]);
  const first = reading([units.district, 105], [units.otherDistrict, 106]);
  expect(await readBoundaries(system, first)).toEqual({ written: 2, replaced: 0 });
  expect(await drawn([units.commune, units.province])).toEqual([
    [units.district, 105, [units.commune]],
    [units.otherDistrict, 106, []],
  ]);
  const second = reading([units.commune, 105], [units.sibling, 105.1], [units.otherDistrict, 107]);
  expect(await readBoundaries(cast.contextFor('administrator'), second)).toEqual({ written: 3, replaced: 1 });
  // What is divided further is drawn by its parts.
  expect((await drawn([units.commune])).sort()).toEqual([
    [units.otherDistrict, 107, []],
    [units.commune, 105, [units.commune]],
    [units.sibling, 105.1, []],
  ]);
  const audited = await cast.asOwner(
    `select count(*)::integer as count from audit_event where act = 'unit.boundaries'`,
  );
  expect(audited).toEqual([{ count: 2 }]);
});

test('nobody but administrators and the system writes them, and nothing that is no outline', async () => {
  for (const person of ['provincial_officer', 'auditor', 'registrant'] as const)
    await expect(readBoundaries(cast.contextFor(person), reading([units.commune, 1]))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  const broken = { unitId: units.commune, outline: { type: 'MultiPolygon', coordinates: [] } as Outline };
  await expect(readBoundaries(system, { boundaries: [broken], file: 'x' })).rejects.toMatchObject({ kind: 'invalid' });
});
