import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayTouchAccount, type Standing } from '../account/policy.ts';

/** An administrator takes it from who has lost telephone and codes; one's own is taken off on the own page. */
export function mayResetSecondFactor(actor: Actor, account: Standing): true | Reason {
  return mayTouchAccount(actor, account);
}
