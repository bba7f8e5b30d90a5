import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayManageAccounts } from '../account/policy.ts';

/** An administrator takes it from who has lost telephone and codes; one's own is taken off on the own page. */
export function mayResetSecondFactor(actor: Actor): true | Reason {
  return mayManageAccounts(actor);
}
