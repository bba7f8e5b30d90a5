import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { mayTouchAccount, type Standing } from '../account/policy.ts';

/** The address of others; one's own is proven by a letter, on the own page. */
export function maySetEmail(actor: Actor, person: Standing): true | Reason {
  if (actor.id === person.personId) return { code: 'email.own_elsewhere' };
  return mayTouchAccount(actor, person);
}
