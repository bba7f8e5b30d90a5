import {
  holds,
  isAuditor,
  isOfficerOver,
  isSectorOfficerOver,
  isSystem,
  keepsAt,
  servesAt,
} from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { type Registration, TRANSITIONS, type Transition } from './rules.ts';

const NOT_YOURS: Reason = { code: 'refusal.not_yours' };

/** Who registered it, by an account appointed for that registrant. */
export function isRegistrantOf(actor: Actor, registration: Pick<Registration, 'registrantId'>): boolean {
  return actor.appointments.some(
    (each) => each.role === 'registrant' && each.registrantId === registration.registrantId,
  );
}

/** An office above the registrant, that of its sector, or the registrant: whoever may write for it. */
export function mayWriteFor(actor: Actor, registration: Registration): true | Reason {
  if (isAuditor(actor) && !isSystem(actor)) return { code: 'refusal.read_only' };
  const { keeperPath } = registration;
  return isRegistrantOf(actor, registration) || isOfficerOver(actor, keeperPath) || isOfItsSector(actor, registration)
    ? true
    : NOT_YOURS;
}

const isOfItsSector = (actor: Actor, { sectorId, keeperPath }: Registration) =>
  isSectorOfficerOver(actor, sectorId, keeperPath);
/** A sector's officer sends for its registrants; what is sent is answered by the office and the body of the unit. */
const OF_SECTOR: Reason = { code: 'registration.why_not.sector' };

export function mayJudge(actor: Actor, registration: Registration): true | Reason {
  if (isSystem(actor)) return true;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  if (servesAt(actor, registration.responsibleUnitId)) return true;
  if (keepsAt(actor, registration.level, registration.keeperPath)) return true;
  if (isOfItsSector(actor, registration)) return OF_SECTOR;
  return { code: `registration.why_not.level_${registration.level}` };
}

/** Named by a decision: a paper of a unit that stands. Who keeps the work of one that has ended judges, and its successor decides. */
function mayName(actor: Actor, registration: Registration): true | Reason {
  const may = mayJudge(actor, registration);
  if (may !== true || isSystem(actor) || servesAt(actor, registration.responsibleUnitId)) return may;
  return { code: 'registration.why_not.kept' };
}

const RULES: Record<Transition, (actor: Actor, registration: Registration) => true | Reason> = {
  submit: mayWriteFor,
  withdraw: mayWriteFor,
  self_assess: mayWriteFor,
  recall: mayWriteFor,
  accept: (actor, registration) => mayHandle(actor, registration),
  return: (actor, registration) => mayHandle(actor, registration),
  propose: mayJudge,
  decline: mayJudge,
  reopen: mayJudge,
  recognise: mayName,
  defer: mayDefer,
  resume: mayDefer,
  carry_over: mayDefer,
  annul: (actor, registration) => mayHandle(actor, registration),
};

/** Officers at or above the keeper take in, return and follow up. */
function mayHandle(actor: Actor, registration: Registration): true | Reason {
  if (isOfficerOver(actor, registration.keeperPath)) return true;
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  if (isOfItsSector(actor, registration)) return OF_SECTOR;
  return holds(actor, ['committee_member'], registration.keeperPath)
    ? { code: 'registration.why_not.officer' }
    : NOT_YOURS;
}

/** Whether something waits is for the officers of the level that appraises it. */
function mayDefer(actor: Actor, registration: Registration): true | Reason {
  const may = mayJudge(actor, registration);
  return may === true ? mayHandle(actor, registration) : may;
}

/** True, or why this act is withheld from this person now: the state first, then the duty. */
export function mayMove(actor: Actor, registration: Registration, act: Transition): true | Reason {
  if (!(TRANSITIONS[act].from as readonly string[]).includes(registration.state)) {
    return { code: `registration.why_not.state.${act}` };
  }
  return RULES[act](actor, registration);
}

/** The key of the words with which a page speaks of an act. */
export const wordsOf = (act: Transition) => `registration.${act === 'submit' ? 'submit_again' : act}`;

/** What a person may do with a registration now, and what is withheld with the reason. */
export interface Standing {
  may: Transition[];
  withheld: { act: Transition; reason: Reason }[];
}

/**
 * Sorts the acts of a record page. Withheld are those that this state knows and the person may not do, and those that are
 * the person's own in another state; what is neither concerns nobody here and stays unsaid.
 */
export function standingOf(actor: Actor, registration: Registration, acts: readonly Transition[]): Standing {
  const standing: Standing = { may: [], withheld: [] };
  for (const act of acts) {
    const answer = mayMove(actor, registration, act);
    const own = RULES[act](actor, registration) === true;
    const { from } = TRANSITIONS[act];
    if (answer === true) standing.may.push(act);
    else if (own || (from as readonly string[]).includes(registration.state))
      standing.withheld.push({ act, reason: answer });
  }
  return standing;
}
