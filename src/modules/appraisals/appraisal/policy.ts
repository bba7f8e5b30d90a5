import { mayMove } from '#modules/initiatives/registration/policy.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayNoteVisit, mayReview } from '../review/policy.ts';
import type { Scoring } from '../review/rules.ts';
import { mayFormTeam } from '../team/policy.ts';
import type { Verdict } from './rules.ts';

const MOVE = { proposed: 'propose', not_recognised: 'decline' } as const;

/**
 * A verdict is a move of the registration, so the workflow's own rule decides: whoever serves at the unit that answers for it,
 * which at its own level is the unit's own body, and above it a unit of that level.
 */
export function mayGiveVerdict(
  actor: Actor,
  registration: Registration & { teamId?: number | null },
  verdict: Verdict,
): true | Reason {
  const may = mayMove(actor, registration, MOVE[verdict]);
  // In a team's hands nobody judges alone: its verdict is staged from the scores.
  return may === true && registration.teamId ? { code: 'appraisal.why_not.team' } : may;
}

/** Taking a verdict back, as long as no decision has named the model. */
export function mayReopen(actor: Actor, registration: Registration): true | Reason {
  return mayMove(actor, registration, 'reopen');
}

/** What a sheet needs to know of a model to say who does what on it. */
interface OnSheet {
  registration: Registration;
  scoring: Pick<Scoring, 'teamId' | 'mine' | 'conflict' | 'members' | 'reviews'>;
}

/**
 * What the reader of a sheet may do: a verdict of their own, scores of their own, share out, note. What concerns somebody and is
 * withheld is its reason; what does not is null.
 */
export function actsOn(actor: Actor, { registration, scoring }: OnSheet) {
  const verdict = mayGiveVerdict(actor, { ...registration, teamId: scoring.teamId }, 'proposed');
  const reading = { registrationState: registration.state, mine: scoring.mine, conflict: scoring.conflict };
  const onTeam = scoring.mine !== null || scoring.members.some((each) => each.id === actor.id);
  const open = registration.state === 'self_assessed';
  const team = { unitId: registration.responsibleUnitId, level: registration.level };
  return {
    verdict: open || mayJudgeAt(actor, registration) ? verdict : null,
    review: scoring.teamId && onTeam ? mayReview(actor, reading) : null,
    asks: open && scoring.teamId !== null && mayFormTeam(actor, team) === true,
    mayNote: mayNoteVisit(actor, registration),
    // Neither registrants nor officers of a sector are of the council.
    council: scoring.reviews.length > 0 || scoring.members.length > 0,
  };
}

/** Whether a verdict on it would be theirs in another state. */
const mayJudgeAt = (actor: Actor, registration: Registration) =>
  mayMove(actor, { ...registration, state: 'self_assessed' }, 'propose') === true;
