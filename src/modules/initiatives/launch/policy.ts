import { askingUnits } from '#modules/movements/criterion/policy.ts';
import { isAuditor, isSystem, servesAt } from '#modules/people/appointment/policy.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** A year is launched downward by the officers of a unit, for every unit under it. */
export function mayLaunch(actor: Actor, { unitId }: { unitId: number }): true | Reason {
  if (isSystem(actor) || askingUnits(actor).some((unit) => unit.id === unitId)) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'launch.only_officers' };
}

/** Who opens the form at all. */
export function mayLaunchSomewhere(actor: Actor): true | Reason {
  if (askingUnits(actor).length > 0) return true;
  return isAuditor(actor) ? { code: 'refusal.read_only' } : { code: 'launch.only_officers' };
}

/** The units under the launching one for which the actor opens it: where they serve, as an officer or on the body. */
export function openingUnits(actor: Actor, launch: { unitId: number; path: string }): number[] {
  const under = actor.appointments.filter(
    (each) => servesAt(actor, each.unitId) && each.path.startsWith(`${launch.path}.`),
  );
  return [...new Set(under.map((each) => each.unitId))];
}

/** Every unit for which the actor would open one: those of today, for what is kept of a unit that has ended is its open work only. */
export const servingUnits = (actor: Actor): number[] => [
  ...new Set(actor.appointments.map(({ unitId }) => unitId).filter((unitId) => servesAt(actor, unitId))),
];

/** Whether somebody opens it for a unit: who serves under the launching one. */
export function mayOpen(actor: Actor, launch: { unitId: number; path: string }): true | Reason {
  if (openingUnits(actor, launch).length > 0) return true;
  return { code: isAuditor(actor) ? 'refusal.read_only' : 'launch.not_for_you' };
}
