import type { State, Transition } from '#modules/initiatives/registration/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { addDays } from './days.ts';
import type { Dice } from './dice.ts';
import { opensOn } from './movement.ts';

/** The day of each act, reckoned back from the last one, which lies a little before today. */
export function daysTo(
  state: State,
  level: Level,
  today: string,
  sitting: Dice,
  throws: Dice,
): Partial<Record<Transition, string>> {
  const isCommune = level === 'commune';
  const waits: Record<State, [from: number, to: number]> = {
    submitted: [1, 12],
    returned: [1, 9],
    recalled: [1, 9],
    accepted: isCommune ? [8, 60] : [3, 12],
    self_assessed: [1, 12],
    proposed: [1, 7],
    recognised: [0, 0],
    deferred: [3, 20],
    not_recognised: [4, 30],
    carried_over: [3, 20],
    withdrawn: [5, 40],
    annulled: [5, 40],
  };
  const decided = addDays(today, isCommune ? -sitting.int(34, 50) : -sitting.int(2, 6));
  const last = state === 'recognised' ? decided : addDays(today, -throws.int(...waits[state]));
  const earliest = opensOn(today);
  const back = (day: string, from: number, to: number) => {
    const earlier = addDays(day, -throws.int(from, to));
    return earlier < earliest ? earliest : earlier;
  };
  const ends = {
    propose: state === 'proposed' ? last : back(last, 2, 4),
    decline: last,
    recognise: last,
    return: last,
    recall: last,
    withdraw: last,
    defer: last,
    resume: last,
    carry_over: last,
    annul: last,
  };
  const judged = state === 'not_recognised' ? last : ends.propose;
  const self_assess = state === 'self_assessed' ? last : back(judged, 2, 4);
  const accept = state === 'accepted' ? last : isCommune ? back(self_assess, 18, 40) : back(self_assess, 5, 10);
  const submit =
    state === 'submitted'
      ? last
      : back(['returned', 'recalled', 'withdrawn', 'annulled'].includes(state) ? last : accept, 1, 6);
  return { ...ends, self_assess, accept, submit };
}
