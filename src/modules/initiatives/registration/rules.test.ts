import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal.ts';
import {
  endsOf,
  move,
  type Registration,
  STATES,
  type State,
  TRANSITIONS,
  type Transition,
  transitionsFrom,
} from './rules.ts';

const DAY = '2026-03-10';
const ACTS = Object.keys(TRANSITIONS) as Transition[];
const STATE_NAMES = Object.keys(STATES) as State[];

const registration = (state: State, more: Partial<Registration> = {}): Registration => ({
  id: 7,
  initiativeId: 5,
  versionId: 3,
  cycleId: 2,
  level: 'commune',
  unitId: 4,
  keeperUnitId: 4,
  keeperPath: '1.2.4',
  responsibleUnitId: 4,
  registrantId: 1,
  sectorId: null,
  fieldId: 1,
  subject: 'collective',
  state,
  submittedOn: '2026-02-01',
  carriedOutOn: null,
  recognisedBy: null,
  name: 'Tổ góp vốn xoay vòng',
  version: 1,
  ...more,
});

/** Every state with the acts that it allows and where each leads; what is not written here is refused. */
const LAW: Record<State, Partial<Record<Transition, State>>> = {
  submitted: {
    ...{ recall: 'recalled', return: 'returned', accept: 'accepted', defer: 'deferred', withdraw: 'withdrawn' },
    annul: 'annulled',
  },
  returned: { submit: 'submitted', withdraw: 'withdrawn', annul: 'annulled' },
  recalled: { submit: 'submitted', withdraw: 'withdrawn', annul: 'annulled' },
  accepted: {
    ...{ return: 'returned', self_assess: 'self_assessed', defer: 'deferred', withdraw: 'withdrawn' },
    annul: 'annulled',
  },
  self_assessed: {
    ...{ return: 'returned', propose: 'proposed', decline: 'not_recognised', defer: 'deferred' },
    annul: 'annulled',
  },
  proposed: { reopen: 'self_assessed', recognise: 'recognised', annul: 'annulled' },
  deferred: { resume: 'accepted', carry_over: 'carried_over', withdraw: 'withdrawn', annul: 'annulled' },
  recognised: { annul: 'annulled' },
  not_recognised: { reopen: 'self_assessed', annul: 'annulled' },
  carried_over: { annul: 'annulled' },
  withdrawn: { annul: 'annulled' },
  annulled: {},
};

describe('every state and every act', () => {
  const cases = STATE_NAMES.flatMap((state) => ACTS.map((act) => [state, act, LAW[state][act]] as const));
  test.each(cases)('%s, %s → %s', (state, act, to) => {
    if (to) expect(move(registration(state), act, DAY, 'một lý do').state).toBe(to);
    else expect(() => move(registration(state), act, DAY, 'một lý do')).toThrow('conflict: registration.moved_on');
  });

  test('the buttons that a state offers are the acts of the law', () => {
    for (const state of STATE_NAMES) expect(transitionsFrom(state)).toEqual(ACTS.filter((act) => LAW[state][act]));
  });

  test('what waits for someone is open; what is decided or gone is not', () => {
    const ended = ['recognised', 'not_recognised', 'carried_over', 'withdrawn', 'annulled'];
    expect(STATE_NAMES.filter((state) => !STATES[state].open)).toEqual(ended);
  });
});

describe('a reason', () => {
  const asked = ['return', 'decline', 'reopen', 'defer', 'withdraw', 'annul'];
  test.each(ACTS)('%s is refused without one only if the act asks for it', (act) => {
    const from = TRANSITIONS[act].from.find((state) => state !== 'new') as State;
    const bare = () => move(registration(from), act, DAY, ' \n ');
    if (!asked.includes(act)) expect(bare().state).toBe(TRANSITIONS[act].to);
    else expect(fieldsOf(bare)).toEqual({ reason: { code: 'registration.reason.missing' } });
  });
});

describe('the dated facts', () => {
  test('a registration sent again keeps the day on which it was first sent', () => {
    expect(move(registration('returned'), 'submit', DAY).submittedOn).toBe('2026-02-01');
    expect(move(registration('recalled', { submittedOn: null }), 'submit', DAY).submittedOn).toBe(DAY);
  });

  test('a self-assessment means carried out, once', () => {
    expect(move(registration('accepted'), 'self_assess', DAY).carriedOutOn).toBe(DAY);
    expect(move(registration('accepted', { carriedOutOn: '2026-03-01' }), 'self_assess', DAY).carriedOutOn).toBe(
      '2026-03-01',
    );
  });

  test('no other act changes a fact, nor anything else but the state', () => {
    const full = { carriedOutOn: '2026-03-01' };
    for (const state of STATE_NAMES)
      for (const act of transitionsFrom(state)) {
        const before = registration(state, full);
        expect(move(before, act, DAY, 'một lý do')).toEqual({ ...before, state: endsOf(act).at(-1) });
      }
  });

  test('reopening takes the decision away', () => {
    expect(move(registration('proposed', { recognisedBy: 9 }), 'reopen', DAY, 'nhầm').recognisedBy).toBeNull();
  });
});

test('no sequence of acts leaves the table, and a refused act changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 40 }), (acts) => {
      let now = registration('submitted');
      for (const act of acts) {
        const before = structuredClone(now);
        try {
          now = move(now, act, DAY, 'một lý do');
          const to = LAW[before.state][act];
          expect(act === 'resume' && before.carriedOutOn ? 'self_assessed' : to).toBe(now.state);
        } catch (failure) {
          expect(failure).toBeInstanceOf(Refusal);
          expect(now).toEqual(before);
        }
      }
    }),
  );
});

function fieldsOf(work: () => unknown): Refusal['fields'] | undefined {
  try {
    work();
  } catch (failure) {
    return (failure as Refusal).fields;
  }
}
