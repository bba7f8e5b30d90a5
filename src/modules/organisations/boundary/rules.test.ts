import { expect, test } from 'vitest';
import { decimalsFor, outlineOf } from './rules.ts';
import { featuresOf, matchFeatures } from './rules-matching.ts';

const square = (at: number, size = 0.1) => [
  [at, 10],
  [at + size, 10],
  [at + size, 10 + size],
  [at, 10 + size],
  [at, 10],
];
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const feature = (properties: unknown, geometry: unknown = polygon(square(105))) => ({
  type: 'Feature',
  properties,
  geometry,
});
const UNITS = [
  { id: 1, code: '30001', name: 'Phường Bình An' },
  { id: 2, code: '30002', name: 'Xã Bình An' },
  { id: 3, code: '30003', name: 'Xã Mỹ Hòa' },
  { id: 4, code: null, name: 'Xã Vĩnh Phú' },
];
const outcomes = (...features: unknown[]) =>
  matchFeatures(features, UNITS).map(({ outcome, unit }) => [outcome, unit?.id ?? null]);

test('a feature is found by its code, else by its name, whichever way that is written', () => {
  expect(
    outcomes(
      feature({ code: '30001', name: 'Sai tên' }),
      feature({ MA_XA: 30002 }),
      feature({ code: '99999', Ten: 'xã mỹ hoà' }),
      feature({ name: 'Vĩnh Phú' }),
    ),
  ).toEqual([
    ['code', 1],
    ['code', 2],
    ['name', 3],
    ['name', 4],
  ]);
});

test('a name of two units, a second feature of one, and what nobody knows are told apart', () => {
  expect(
    outcomes(
      feature({ name: 'Bình An' }),
      feature({ name: 'Xã Bình An' }),
      feature({ code: '30002' }),
      feature({ name: 'Xã Khác' }),
      feature(null),
      null,
      7,
    ),
  ).toEqual([['ambiguous', null], ['name', 2], ['doubled', 2], ...Array.from({ length: 4 }, () => ['unknown', null])]);
});

test.each([
  [null, 'type'],
  [{ type: 'Point', coordinates: [105, 10] }, 'type'],
  [polygon(), 'rings'],
  [polygon(square(105).slice(0, 4)), 'rings'],
  [polygon([1, 2, 3, 4]), 'rings'],
  [polygon(square(580_000)), 'range'],
  [polygon(square(105).map(([x]) => [x, '10'])), 'range'],
  [polygon(square(105, 0.00001)), 'rings'],
  [polygon(Array.from({ length: 50_001 }, () => [105, 10])), 'many'],
  [polygon(...Array.from({ length: 5001 }, () => square(105))), 'many'],
])('a shape that is none is refused (%#): %s', (geometry, expected) => {
  expect(outlineOf(geometry)).toBe(expected);
  expect(outcomes(feature({ code: '30001' }, geometry))).toEqual([[expected, 1]]);
});

test('an outline is rounded, its doubled points joined, its specks left out', () => {
  const ring = [[105.00001, 10], [105.00002, 10], ...square(105).slice(1)];
  expect(
    outlineOf({ type: 'MultiPolygon', coordinates: [[ring, square(105, 0.00001)], [square(106, 0.00001)]] }),
  ).toEqual({
    type: 'MultiPolygon',
    coordinates: [[square(105)]],
  });
  expect([decimalsFor(50_000), decimalsFor(50_001)]).toEqual([4, 3]);
});

test('a file is a collection of features, of a size that can be worked through', () => {
  expect(featuresOf({ type: 'FeatureCollection', features: [1] })).toEqual([1]);
  for (const other of [null, [], { type: 'Feature' }, { type: 'FeatureCollection', features: Array(20_001) }])
    expect(featuresOf(other)).toBeNull();
});
