import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { isAdministrator } from '../appointment/policy.ts';

/** Accounts are made, ended and opened again by administrators. */
export function mayManageAccounts(actor: Actor): true | Reason {
  return isAdministrator(actor) || { code: 'account.only_administrators' };
}

/** As above, but nobody locks themselves out: the last administrator could not be let in again. */
export function mayDisableAccount(actor: Actor, account: { personId: number }): true | Reason {
  if (actor.id === account.personId) return { code: 'account.not_yourself' };
  return mayManageAccounts(actor);
}

/** A password and a language are one's own business. */
export function isOwnAccount(actor: Actor, account: { personId: number }): true | Reason {
  return actor.id === account.personId || { code: 'refusal.missing' };
}
