import { expect, test } from 'vitest';
import type { Appointment } from '../appointment/rules.ts';
import { publicScope, scopeOf, systemScope } from './rules.ts';

const appointed = (role: Appointment['role'], level: Appointment['level'], registrantId: number | null = null) => ({
  role,
  unitId: 7,
  unitName: '',
  level,
  path: '1.7',
  registrantId,
  sector: null,
  without: [],
  kept: null,
});
const scope = (...appointments: ReturnType<typeof appointed>[]) => scopeOf({ id: 1, name: '', appointments });

test.each([
  ['administrator', scope(appointed('administrator', 'province')), { all: true, units: [], wide: true }],
  ['province', scope(appointed('provincial_officer', 'province')), { all: false, units: [7], wide: true }],
  ['district', scope(appointed('district_officer', 'district')), { all: false, units: [7], wide: false }],
  [
    'registrant of a province',
    scope(appointed('registrant', 'province', 3)),
    { all: false, units: [], wide: false, registrants: [3] },
  ],
  ['nobody', scope(), { all: false, units: [], registrants: [], wide: false }],
  ['the public', publicScope(), { all: false, public: true, units: [], wide: false }],
  ['the system', systemScope(), { all: true, wide: true }],
])('%s', (_who, found, expected) => {
  expect(found).toMatchObject(expected);
});

const women = { id: 4, vi: '', en: '' };
test('an officer of a sector has pairs of sector and unit, and no unit; what waits for approval waits for that sector alone', () => {
  const office = { ...appointed('district_officer', 'district'), without: ['1.7.9'] };
  const line = { ...appointed('sector_officer', 'district'), sector: women };
  const waits = { ...line, without: ['1.7.8', '1.7.9'] };
  const gone = { ...line, unitId: 6, kept: [6, 61] };
  const found = scopeOf({ id: 1, name: '', appointments: [office, waits, { ...waits, without: ['1.7.9'] }, gone] });
  expect(found).toMatchObject({ units: [7], without: ['7.9'], kept: [], wide: false });
  expect(found).toMatchObject({ sectors: ['4.7', '4.7'], sectorsKept: ['4.6', '4.61'] });
  expect(new Set(found.sectorsWithout)).toEqual(new Set(['4.7.9']));
});

test('of two duties at one unit, one of which misses a part of what the other misses, that part stays unseen', () => {
  const office = appointed('district_officer', 'district');
  const found = scopeOf({
    id: 1,
    name: '',
    appointments: [
      { ...office, without: ['1.7.9'] },
      { ...office, without: ['1.7.9.91', '1.7.8'] },
    ],
  });
  expect(new Set(found.without)).toEqual(new Set(['7.91']));
});
