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
