import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Whoever keeps the units of the whole installation: its administrators, and the system (commands). Duties belong to `people`, which widens the actor. */
export function mayReorganise(actor: Actor): true | Reason {
  const system = actor.id === null && actor.name === 'system';
  return system || actor.appointments.some((each) => each.role === 'administrator' && !each.kept)
    ? true
    : { code: 'reorganisation.why_not.administrator' };
}
