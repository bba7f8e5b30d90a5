import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isAdministrator, isAuditor } from '../appointment/policy.ts';

/** The audit is read by who answers for the place and by who watches over it. */
export function mayReadAudit(actor: Actor): true | Reason {
  return isAdministrator(actor) || isAuditor(actor) || { code: 'audit.not_yours' };
}
