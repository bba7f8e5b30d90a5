import { expect, test } from 'vitest';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { SYSTEM } from '#modules/people/scope/rules.ts';
import { actorOf, PERSON_NAMES, type PersonName, type UnitName, units } from '../../../../tests/support/cast.ts';
import { mayPublish } from './policy.ts';

/** An officer of the unit whose decision it is; a member of its committee judges and does not publish. */
const AT: [UnitName, Level, PersonName[]][] = [
  ['commune', 'commune', ['commune_officer']],
  ['sibling', 'commune', ['sibling_officer']],
  ['district', 'district', ['district_officer']],
  ['province', 'province', ['provincial_officer']],
];

test.each(AT.flatMap(([unit, level, may]) => PERSON_NAMES.map((person) => [person, unit, level, may] as const)))(
  '%s, what a decision at %s recognised',
  (person, unit, level, may) => {
    const withheld = { code: person === 'auditor' ? 'refusal.read_only' : `publication.why_not.level_${level}` };
    expect(mayPublish(actorOf(person), { unitId: units[unit], level })).toEqual(may.includes(person) || withheld);
  },
);

test('the system may, for commands on the machine', () => {
  expect(mayPublish(SYSTEM, { unitId: units.province, level: 'province' })).toBe(true);
});
