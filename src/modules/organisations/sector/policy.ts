import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** Which sector a unit belongs to is, like its name, for the whole installation to say. */
export function mayPlaceUnits(actor: Actor): true | Reason {
  const system = actor.id === null && actor.name === 'system' && actor.appointments.length === 0;
  const administrator = actor.appointments.some((each) => each.role === 'administrator' && !each.kept);
  return system || administrator || { code: 'sector.only_administrators' };
}
