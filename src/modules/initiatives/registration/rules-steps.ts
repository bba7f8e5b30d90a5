import type { Tone } from '#ui/types.ts';
import { STATES, type State } from './rules.ts';

export const STEPS = ['registered', 'carrying_out', 'appraising', 'deciding', 'done'] as const;
export type StepName = (typeof STEPS)[number];

/** One step of the way: passed, here, or still to come; `day` is when it was reached. */
export interface WayStep {
  name: StepName;
  state: 'done' | 'now' | 'later';
  day: string | null;
}

/** What a way is read from; events come latest first, days are `yyyy-mm-dd`. */
interface Story {
  state: State;
  submittedOn: string | null;
  carriedOutOn: string | null;
  decidedOn: string | null;
  events: readonly { act: string; day: string }[];
}

/**
 * The way of a registration with the day on which each step was reached: by its dated fact where there is one (a list read
 * in tells facts of another year), else by its event. What ended without recognition shows the steps that it did pass.
 */
export function wayOf({ state, events, ...facts }: Story): WayStep[] {
  const on = (...acts: string[]) => events.find((event) => acts.includes(event.act))?.day ?? null;
  const reached: Record<StepName, string | null> = {
    registered: facts.submittedOn,
    carrying_out: on('accept'),
    appraising: facts.carriedOutOn,
    deciding: on('propose'),
    done: facts.decidedOn ?? on('decline', 'withdraw', 'carry_over'),
  };
  // What is carried out and deferred waits where it would be appraised.
  const waits = state === 'deferred' && facts.carriedOutOn !== null;
  const now = STEPS.indexOf(waits ? 'appraising' : STATES[state].step);
  const recognised = state === 'recognised';
  const gone = STATES[state].step === 'done' && !recognised;
  return STEPS.map((name, place) => {
    const passed = recognised || (place < now && (!gone || reached[name] !== null));
    return { name, state: passed ? 'done' : place === now ? 'now' : 'later', day: place <= now ? reached[name] : null };
  });
}

const TONES: Record<State, Tone> = {
  submitted: 'info',
  returned: 'warn',
  recalled: 'warn',
  accepted: 'neutral',
  self_assessed: 'info',
  proposed: 'info',
  deferred: 'warn',
  recognised: 'good',
  not_recognised: 'bad',
  carried_over: 'neutral',
  withdrawn: 'neutral',
  annulled: 'neutral',
};

/** The mood of a state's badge. */
export const toneOf = (state: State): Tone => TONES[state];
