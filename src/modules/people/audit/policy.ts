import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isAdministrator, isAuditor } from '../appointment/policy.ts';
import { ANONYMISE } from './rules.ts';

/** The audit is read by who answers for the place and by who watches over it. */
export function mayReadAudit(actor: Actor): true | Reason {
  return isAdministrator(actor) || isAuditor(actor) || { code: 'audit.not_yours' };
}

/** A body is emptied by who answers for the place; never that of an event which says why another was emptied. */
export function mayAnonymise(actor: Actor, event: { act: string }): true | Reason {
  if (!isAdministrator(actor)) return { code: 'audit.only_administrators' };
  return event.act !== ANONYMISE || { code: 'audit.stays' };
}
