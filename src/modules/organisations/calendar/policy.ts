import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Which days are worked is said for the whole installation, by its administrators. Duties belong to `people`, which widens the actor. */
export function mayKeepCalendar(actor: Actor): true | Reason {
  return (
    actor.appointments.some((each) => each.role === 'administrator' && !each.kept) || { code: 'calendar.administrator' }
  );
}
