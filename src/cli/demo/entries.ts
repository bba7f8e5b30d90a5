import { type State, TRANSITIONS, type Transition } from '#modules/initiatives/registration/rules.ts';
import type { EventDetails } from '#modules/initiatives/registration/rules-return.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Decision } from './decisions.ts';
import type { Model } from './model.ts';
import type { Cycle } from './movement.ts';
import type { Place } from './places.ts';

/** One act on a registration: what, on which day, and why where a reason is due. */
export interface Step {
  act: Transition;
  day: string;
  reason: string;
  /** What the event keeps beside its reason. */
  details?: EventDetails;
}

/** One registration of the demo before it gets its row. */
export interface Entry {
  /** Given when all are there, in the order of cycle, level and day. */
  id: number;
  model: Model;
  cycle: Cycle;
  level: Level;
  steps: Step[];
  recognisedBy: Decision | null;
  outstandingBy: Decision | null;
  commendedBy: Decision | null;
  from: Entry | null;
}

/** The acts that lead to each state, without detours. */
const WAY: Record<State, readonly Transition[]> = {
  submitted: ['submit'],
  returned: ['submit', 'return'],
  recalled: ['submit', 'recall'],
  accepted: ['submit', 'accept'],
  self_assessed: ['submit', 'accept', 'self_assess'],
  proposed: ['submit', 'accept', 'self_assess', 'propose'],
  recognised: ['submit', 'accept', 'self_assess', 'propose', 'recognise'],
  deferred: ['submit', 'accept', 'defer'],
  carried_over: ['submit', 'accept', 'defer', 'carry_over'],
  not_recognised: ['submit', 'accept', 'self_assess', 'decline'],
  withdrawn: ['submit', 'withdraw'],
  annulled: ['submit', 'annul'],
};

/** The steps to a state: `dayOf` says when each act was done, `reasonOf` why. */
export function stepsTo(
  state: State,
  dayOf: (act: Transition) => string,
  reasonOf: (act: Transition) => string,
): Step[] {
  return WAY[state].map((act) => ({ act, day: dayOf(act), reason: TRANSITIONS[act].reason ? reasonOf(act) : '' }));
}

/** The state that the last step led to. */
export function stateOf(entry: Entry): State {
  return TRANSITIONS[(entry.steps.at(-1) as Step).act].to;
}

/** The day of an act, if it was done. */
export function dayOfAct(entry: Entry, act: Transition): string | null {
  return entry.steps.find((step) => step.act === act)?.day ?? null;
}

/** The unit that answers for a registration of this level made here: the place itself or one above it. */
export function answering(place: Place, level: Level): Place {
  return place.level === level || !place.parent ? place : answering(place.parent, level);
}
