import { describe, expect, test } from 'vitest';
import { SYSTEM } from '#modules/people/scope/rules.ts';
import { actorOf, PERSON_NAMES, type PersonName, sectors, units } from '../../../../tests/support/cast.ts';
import { isRegistrantOf, mayMove, standingOf } from './policy.ts';
import { type Registration, STATES, type State, TRANSITIONS, type Transition } from './rules.ts';

/** A registration of the cast's commune at its own level, by its hamlet. */
const at = (state: State, more: Partial<Registration> = {}): Registration => ({
  id: 1,
  initiativeId: 1,
  versionId: 1,
  cycleId: 2,
  level: 'commune',
  unitId: units.commune,
  keeperUnitId: units.commune,
  keeperPath: '1.2.4',
  responsibleUnitId: units.commune,
  registrantId: 1,
  sectorId: sectors.women,
  fieldId: 1,
  subject: 'collective',
  state,
  submittedOn: '2026-02-01',
  carriedOutOn: null,
  recognisedBy: null,
  name: 'Mẫu',
  version: 1,
  ...more,
});

const OFFICERS: PersonName[] = ['commune_officer', 'district_officer', 'provincial_officer'];
/** Who may do what to it; everyone else is refused. Officers of other units and other registrants are in no row. */
const RIGHTS: Record<Transition, PersonName[]> = {
  submit: ['registrant', ...OFFICERS, 'sector_officer'],
  recall: ['registrant', ...OFFICERS, 'sector_officer'],
  withdraw: ['registrant', ...OFFICERS, 'sector_officer'],
  self_assess: ['registrant', ...OFFICERS, 'sector_officer'],
  accept: OFFICERS,
  return: OFFICERS,
  annul: OFFICERS,
  propose: ['commune_officer', 'committee_member'],
  decline: ['commune_officer', 'committee_member'],
  reopen: ['commune_officer', 'committee_member'],
  recognise: ['commune_officer', 'committee_member'],
  defer: ['commune_officer'],
  resume: ['commune_officer'],
  carry_over: ['commune_officer'],
};
const ACTS = Object.keys(RIGHTS) as Transition[];
const startOf = (act: Transition) => TRANSITIONS[act].from.find((state) => state !== 'new') as State;

describe('every person and every act on a registration at commune level', () => {
  const cases = ACTS.flatMap((act) => PERSON_NAMES.map((person) => [person, act] as const));
  test.each(cases)('%s, %s', (person, act) => {
    const answer = mayMove(actorOf(person), at(startOf(act)), act);
    if (RIGHTS[act].includes(person)) expect(answer).toBe(true);
    else expect(answer).toMatchObject({ code: expect.stringMatching(/^(refusal|registration\.why_not)\./) });
  });

  test('the system may do everything', () => {
    for (const act of ACTS) expect(mayMove(SYSTEM, at(startOf(act)), act)).toBe(true);
  });
});

describe('above its own level', () => {
  test.each([
    ['district', units.district, 'district_officer'],
    ['province', units.province, 'provincial_officer'],
  ] as const)('a verdict at %s level needs an appraiser of that unit', (level, responsibleUnitId, judge) => {
    const registration = at('self_assessed', { level, responsibleUnitId });
    const judges = PERSON_NAMES.filter((person) => mayMove(actorOf(person), registration, 'propose') === true);
    expect(judges).toEqual([judge]);
    expect(mayMove(actorOf('commune_officer'), registration, 'propose')).toEqual({
      code: `registration.why_not.level_${level}`,
    });
  });
});

describe('the reason', () => {
  test('the state comes before the duty', () => {
    for (const state of Object.keys(STATES) as State[])
      for (const act of ACTS.filter((each) => !(TRANSITIONS[each].from as readonly string[]).includes(state)))
        expect(mayMove(actorOf('other_officer'), at(state), act)).toEqual({
          code: `registration.why_not.state.${act}`,
        });
  });

  test.each([
    ['auditor', 'accept', 'refusal.read_only'],
    ['auditor', 'withdraw', 'refusal.read_only'],
    ['auditor', 'propose', 'refusal.read_only'],
    ['committee_member', 'accept', 'registration.why_not.officer'],
    ['committee_member', 'defer', 'registration.why_not.officer'],
    ['district_officer', 'defer', 'registration.why_not.level_commune'],
    ['sector_officer', 'accept', 'registration.why_not.sector'],
    ['sector_officer', 'propose', 'registration.why_not.sector'],
    ['sibling_officer', 'accept', 'refusal.not_yours'],
    ['sibling_registrant', 'recall', 'refusal.not_yours'],
    ['administrator', 'accept', 'refusal.not_yours'],
  ] as const)('%s may not %s: %s', (person, act, code) => {
    expect(mayMove(actorOf(person), at(startOf(act)), act)).toEqual({ code });
  });
});

test.each([
  ['another sector', { sectorId: sectors.farmers }],
  ['no sector', { sectorId: null }],
])('an officer of a sector does nothing for %s', (_what, more) => {
  for (const act of ACTS)
    expect(mayMove(actorOf('sector_officer'), at(startOf(act), more), act)).toMatchObject({ code: expect.any(String) });
});

test('a registrant is known by the registrant, not by the commune', () => {
  expect(isRegistrantOf(actorOf('registrant'), { registrantId: 1 })).toBe(true);
  expect(isRegistrantOf(actorOf('registrant'), { registrantId: 2 })).toBe(false);
  expect(isRegistrantOf(actorOf('commune_officer'), { registrantId: 1 })).toBe(false);
});

describe('a record page offers what one may, and says of the rest why not', () => {
  test.each(PERSON_NAMES)('to %s, in every state', (person) => {
    const actor = actorOf(person);
    for (const state of Object.keys(STATES) as State[]) {
      const { may, withheld } = standingOf(actor, at(state), ACTS);
      for (const act of ACTS) {
        const answer = mayMove(actor, at(state), act);
        const why = withheld.find((each) => each.act === act)?.reason;
        if (answer === true) expect([act, may.includes(act), why]).toEqual([act, true, undefined]);
        // Unsaid is only what is neither of this state nor this person's in any other.
        else if (why) expect(why).toEqual(answer);
        else {
          expect((TRANSITIONS[act].from as readonly string[]).includes(state)).toBe(false);
          expect(RIGHTS[act]).not.toContain(person);
        }
      }
    }
  });

  test('who keeps the work of a unit that has ended judges it, and is told whose the decision is', () => {
    const [served] = actorOf('commune_officer').appointments;
    const keeper = { id: 2, name: 'x', appointments: served ? [{ ...served, kept: [units.commune] }] : [] };
    expect(mayMove(keeper, at('self_assessed'), 'propose')).toBe(true);
    expect(mayMove(keeper, at('proposed'), 'recognise')).toEqual({ code: 'registration.why_not.kept' });
  });
});
