import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayManagePeople } from '../account/policy.ts';
import { administersAt, isAdministrator } from '../appointment/policy.ts';

/** Somebody who is in has no account to ask for. */
export function mayAskForAccount(actor: Actor): true | Reason {
  return actor.id === null || { code: 'account_request.signed_in' };
}

/** The level above answers: who administers people at a unit above the one that is asked for, and administrators. */
export function mayDecideRequest(actor: Actor, unit: { id: number; path: string }): true | Reason {
  const may = mayManagePeople(actor);
  if (may !== true || isAdministrator(actor)) return may;
  return administersAt(actor, unit, true) || { code: 'account_request.level_above' };
}
