import type { Level } from '#modules/organisations/unit/rules.ts';
import { Refusal } from '#platform/refusal.ts';

export const SUBJECTS = ['collective', 'individual'] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * The workflow of one registration. `public` is the word that outsiders read; `step` places the state on the stepper.
 * docs/workflow.md is generated from this table, and a check constraint of table `registration` holds the same list.
 */
export const STATES = {
  submitted: { step: 'registered', public: 'in_progress', open: true },
  returned: { step: 'registered', public: 'in_progress', open: true },
  recalled: { step: 'registered', public: 'in_progress', open: true },
  accepted: { step: 'carrying_out', public: 'in_progress', open: true },
  self_assessed: { step: 'appraising', public: 'in_progress', open: true },
  proposed: { step: 'deciding', public: 'in_progress', open: true },
  deferred: { step: 'carrying_out', public: 'in_progress', open: true },
  recognised: { step: 'done', public: 'recognised', open: false },
  not_recognised: { step: 'done', public: 'not_recognised', open: false },
  carried_over: { step: 'done', public: 'in_progress', open: false },
  withdrawn: { step: 'done', public: 'withdrawn', open: false },
  annulled: { step: 'done', public: 'withdrawn', open: false },
} as const;
export type State = keyof typeof STATES;
/** The states that still ask something of somebody; row security has the same list in the database, and a test compares them. */
export const OPEN_STATES = (Object.keys(STATES) as State[]).filter((state) => STATES[state].open);

interface Rule {
  /** `new`: no registration yet. */
  from: readonly (State | 'new')[];
  to: State;
  /** Where it leads instead with what has been carried out. */
  toCarriedOut?: State;
  reason: boolean;
}

/** Each act: from which states it may be done, to which it leads, and whether it needs a reason. */
export const TRANSITIONS = {
  submit: { from: ['new', 'returned', 'recalled'], to: 'submitted', reason: false },
  recall: { from: ['submitted'], to: 'recalled', reason: false },
  return: { from: ['submitted', 'accepted', 'self_assessed'], to: 'returned', reason: true },
  accept: { from: ['submitted'], to: 'accepted', reason: false },
  self_assess: { from: ['accepted'], to: 'self_assessed', reason: false },
  propose: { from: ['self_assessed'], to: 'proposed', reason: false },
  decline: { from: ['self_assessed'], to: 'not_recognised', reason: true },
  reopen: { from: ['proposed', 'not_recognised'], to: 'self_assessed', reason: true },
  recognise: { from: ['proposed'], to: 'recognised', reason: false },
  defer: { from: ['submitted', 'accepted', 'self_assessed'], to: 'deferred', reason: true },
  resume: { from: ['deferred'], to: 'accepted', toCarriedOut: 'self_assessed', reason: false },
  carry_over: { from: ['deferred'], to: 'carried_over', reason: false },
  withdraw: { from: ['submitted', 'returned', 'recalled', 'accepted', 'deferred'], to: 'withdrawn', reason: true },
  annul: {
    from: [
      'submitted',
      'returned',
      'recalled',
      'accepted',
      'self_assessed',
      'proposed',
      'deferred',
      'recognised',
      'not_recognised',
      'carried_over',
      'withdrawn',
    ],
    to: 'annulled',
    reason: true,
  },
} as const satisfies Record<string, Rule>;
export type Transition = keyof typeof TRANSITIONS;

/** A registration as rules and policies see it; days are `yyyy-mm-dd`, paths stand on today's tree. */
export interface Registration {
  id: number;
  initiativeId: number;
  versionId: number;
  cycleId: number;
  level: Level;
  unitId: number;
  keeperUnitId: number;
  keeperPath: string;
  /** The unit of the registration's level that answers for it: the keeper itself or the one above it. */
  responsibleUnitId: number;
  registrantId: number;
  sectorId: number | null;
  fieldId: number;
  subject: Subject;
  state: State;
  submittedOn: string | null;
  carriedOutOn: string | null;
  recognisedBy: number | null;
  name: string;
  version: number;
}

/** Where an act leads: to one state, or to another one with what has been carried out. */
export function endsOf(act: Transition): State[] {
  const { to, toCarriedOut }: Rule = TRANSITIONS[act];
  return toCarriedOut ? [to, toCarriedOut] : [to];
}

/** The acts that a state allows, by the table alone. */
export function transitionsFrom(state: State): Transition[] {
  return (Object.keys(TRANSITIONS) as Transition[]).filter((act) =>
    (TRANSITIONS[act].from as readonly string[]).includes(state),
  );
}

/**
 * The one function that assigns a state. Refuses an act that the table does not know from here, or one without its reason;
 * sets the dated fact that the act brings (self-assessment and a verdict mean: carried out).
 */
export function move(registration: Registration, act: Transition, day: string, reason = ''): Registration {
  const rule: Rule = TRANSITIONS[act];
  if (!(rule.from as readonly string[]).includes(registration.state)) {
    throw new Refusal('conflict', 'registration.moved_on', { params: { name: registration.name } });
  }
  if (rule.reason && reason.trim() === '') {
    throw new Refusal('invalid', 'form.invalid', { fields: { reason: { code: 'registration.reason.missing' } } });
  }
  return {
    ...registration,
    state: registration.carriedOutOn === null ? rule.to : (rule.toCarriedOut ?? rule.to),
    submittedOn: act === 'submit' ? (registration.submittedOn ?? day) : registration.submittedOn,
    carriedOutOn: act === 'self_assess' ? (registration.carriedOutOn ?? day) : registration.carriedOutOn,
    recognisedBy: act === 'reopen' ? null : registration.recognisedBy,
  };
}
