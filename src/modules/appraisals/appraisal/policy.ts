import { mayMove } from '#modules/initiatives/registration/policy.ts';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import type { Verdict } from './rules.ts';

const MOVE = { proposed: 'propose', not_recognised: 'decline' } as const;

/**
 * A verdict is a move of the registration, so the workflow's own rule decides: whoever serves at the unit that answers for it,
 * which at its own level is the unit's own body, and above it a unit of that level.
 */
export function mayGiveVerdict(actor: Actor, registration: Registration, verdict: Verdict): true | Reason {
  return mayMove(actor, registration, MOVE[verdict]);
}

/** Taking a verdict back, as long as no decision has named the model. */
export function mayReopen(actor: Actor, registration: Registration): true | Reason {
  return mayMove(actor, registration, 'reopen');
}
