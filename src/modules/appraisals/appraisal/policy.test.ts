import { describe, expect, test } from 'vitest';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { actorOf, PERSON_NAMES, type PersonName, units } from '../../../../tests/support/cast.ts';
import { mayGiveVerdict, mayReopen } from './policy.ts';

const RESPONSIBLE: Record<Level, number> = {
  commune: units.commune,
  district: units.district,
  province: units.province,
};

/** A registration of the cast's commune, at one of its levels. */
const registration = (level: Level, state: Registration['state'] = 'self_assessed') =>
  ({
    id: 1,
    level,
    state,
    keeperUnitId: units.commune,
    keeperPath: '1.2.4',
    responsibleUnitId: RESPONSIBLE[level],
    registrantId: 1,
  }) as Registration;

/** Who serves at the unit of the level, and nobody else: a body of its own below, an appraiser of that level above. */
const JUDGES: Record<Level, PersonName[]> = {
  commune: ['commune_officer', 'committee_member'],
  district: ['district_officer'],
  province: ['provincial_officer'],
};

describe.each(Object.keys(JUDGES) as Level[])('at the level %s', (level) => {
  test.each(PERSON_NAMES)('%s', (person) => {
    const expected = JUDGES[level].includes(person)
      ? true
      : { code: person === 'auditor' ? 'refusal.read_only' : `registration.why_not.level_${level}` };
    const actor = actorOf(person);
    expect(mayGiveVerdict(actor, registration(level), 'proposed')).toEqual(expected);
    expect(mayGiveVerdict(actor, registration(level), 'not_recognised')).toEqual(expected);
    expect(mayReopen(actor, registration(level, 'proposed'))).toEqual(expected);
  });
});

test.each([
  'submitted',
  'returned',
  'recalled',
  'accepted',
  'proposed',
  'recognised',
  'not_recognised',
  'withdrawn',
] as const)('in the state %s there is nothing to judge, whoever asks', (state) => {
  const answer = mayGiveVerdict(actorOf('commune_officer'), registration('commune', state), 'proposed');
  expect(answer).toEqual({ code: 'registration.why_not.state.propose' });
});

test.each(['self_assessed', 'recognised'] as const)('in the state %s there is no verdict to take back', (state) => {
  expect(mayReopen(actorOf('commune_officer'), registration('commune', state))).toEqual({
    code: 'registration.why_not.state.reopen',
  });
});
