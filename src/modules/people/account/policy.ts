import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { administersAt, isAdministrator, isPeopleAdministrator } from '../appointment/policy.ts';
import type { Role } from '../appointment/rules.ts';

/** Lets people in somewhere: everywhere as an administrator, or at units of their own. */
export function mayManagePeople(actor: Actor): true | Reason {
  return isAdministrator(actor) || isPeopleAdministrator(actor) || { code: 'account.only_administrators' };
}

/** A duty that somebody is given, or loses; `unit` is where, undefined when it does not stand today, `personId` null for a new person. */
export interface Given {
  role: Role;
  unit: { id: number; path: string } | undefined;
  personId: number | null;
}

/**
 * Who gives a duty takes it too. Whoever administers people at a unit gives duties there and under it, the administration of
 * people only under it, and never one that sees everything. Nobody gives themselves anything.
 */
export function mayGive(actor: Actor, { role, unit, personId }: Given): true | Reason {
  const may = mayManagePeople(actor);
  if (may !== true) return may;
  if (personId !== null && personId === actor.id) return { code: 'appointment.not_yourself' };
  if (isAdministrator(actor) || unit === undefined) return true;
  if (!administersAt(actor, unit)) return { code: 'appointment.outside' };
  if (role === 'administrator' || role === 'auditor') return { code: 'appointment.above_own' };
  return role !== 'people_administrator' || administersAt(actor, unit, true) || { code: 'appointment.same_unit' };
}

/** The duties that an actor gives anywhere at all. */
export function mayGiveSomewhere(actor: Actor, role: Role): boolean {
  return isAdministrator(actor) || (isPeopleAdministrator(actor) && role !== 'administrator' && role !== 'auditor');
}

/** Somebody within reach of who asks; `whole`: who asks could give them every right that they have. */
export interface Standing {
  personId: number;
  whole: boolean;
}

/** Accounts are ended, opened again and given new keys by administrators; at a unit only those that have no right from elsewhere. */
export function mayTouchAccount(actor: Actor, { personId, whole }: Standing): true | Reason {
  const may = mayManagePeople(actor);
  if (may !== true || isAdministrator(actor)) return may;
  if (personId === actor.id) return { code: 'appointment.not_yourself' };
  return whole || { code: 'account.serves_elsewhere' };
}

/** As above, but nobody locks themselves out: the last administrator could not be let in again. */
export function mayDisableAccount(actor: Actor, account: Standing): true | Reason {
  if (actor.id === account.personId) return { code: 'account.not_yourself' };
  return mayTouchAccount(actor, account);
}

/** A password and a language are one's own business. */
export function isOwnAccount(actor: Actor, account: { personId: number }): true | Reason {
  return actor.id === account.personId || { code: 'refusal.missing' };
}
