import { expect, test } from 'vitest';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { SYSTEM } from '#modules/people/scope/rules.ts';
import { actorOf, PERSON_NAMES, type PersonName, type UnitName, units } from '../../../../tests/support/cast.ts';
import { mayDecide, mayRecordDecision } from './policy.ts';

/** Whoever serves at the unit takes its decisions, officer or member of its committee; nobody above or below. */
const AT: [UnitName, Level, PersonName[]][] = [
  ['commune', 'commune', ['commune_officer', 'committee_member']],
  ['sibling', 'commune', ['sibling_officer']],
  ['district', 'district', ['district_officer']],
  ['province', 'province', ['provincial_officer']],
];

test.each(AT.flatMap(([unit, level, may]) => PERSON_NAMES.map((person) => [person, unit, level, may] as const)))(
  '%s, for a decision at %s',
  (person, unit, level, may) => {
    const withheld = { code: person === 'auditor' ? 'refusal.read_only' : `decision.why_not.level_${level}` };
    expect(mayDecide(actorOf(person), { unitId: units[unit], level })).toEqual(may.includes(person) || withheld);
  },
);

test('the system may, for commands on the machine', () => {
  expect(mayDecide(SYSTEM, { unitId: units.province, level: 'province' })).toBe(true);
});

/** Whoever may take it records it, and so does every office above. */
const OVER: [UnitName, Level, string, PersonName[]][] = [
  ['commune', 'commune', '1.2.4', ['commune_officer', 'committee_member', 'district_officer', 'provincial_officer']],
  ['sibling', 'commune', '1.2.5', ['sibling_officer', 'district_officer', 'provincial_officer']],
  ['district', 'commune', '1.2', ['district_officer', 'provincial_officer']],
  ['province', 'commune', '1', ['provincial_officer']],
];

test.each(
  OVER.flatMap(([unit, level, path, may]) => PERSON_NAMES.map((person) => [person, unit, level, path, may] as const)),
)('%s, for a paper of the past at %s', (person, unit, level, path, may) => {
  const withheld = { code: person === 'auditor' ? 'refusal.read_only' : `decision.why_not.level_${level}` };
  expect(mayRecordDecision(actorOf(person), { unitId: units[unit], level, path })).toEqual(
    may.includes(person) || withheld,
  );
});
