import { expect, test } from 'vitest';
import { SYSTEM } from '#modules/people/scope/rules.ts';
import { actorOf, PERSON_NAMES, type PersonName } from '../../../../tests/support/cast.ts';
import { mayImport, maySeeRegisters } from './policy.ts';

/** Officers of the unit itself or of one above it. */
const OVER: [string, string, PersonName[]][] = [
  ['a commune', '1.2.4', ['commune_officer', 'district_officer', 'provincial_officer']],
  ['its sibling', '1.2.5', ['sibling_officer', 'district_officer', 'provincial_officer']],
  ['another district', '1.3', ['other_district_officer', 'provincial_officer']],
  ['the province', '1', ['provincial_officer']],
];

test.each(OVER.flatMap(([place, path, may]) => PERSON_NAMES.map((person) => [person, place, path, may] as const)))(
  '%s, for the list of %s',
  (person, _place, path, may) => {
    // Who serves a sector has no list of a territory.
    const officer = person.endsWith('officer') && person !== 'sector_officer';
    const withheld = {
      code:
        person === 'auditor'
          ? 'refusal.read_only'
          : officer
            ? 'register.why_not.territory'
            : 'register.why_not.officer',
    };
    expect(mayImport(actorOf(person), path)).toEqual(may.includes(person) || withheld);
  },
);

test('the system imports anywhere', () => {
  expect(mayImport(SYSTEM, '1')).toBe(true);
});

test.each(PERSON_NAMES)('%s sees the lists, unless a registrant or an officer of a sector only', (person) => {
  const none = person.endsWith('registrant') || person === 'sector_officer';
  expect(maySeeRegisters(actorOf(person))).toEqual(none ? { code: 'register.why_not.office' } : true);
});
