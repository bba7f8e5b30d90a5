import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';

/** A view is its owner's alone, shared or not. */
export function mayKeepView(actor: Actor, view: { personId: number }): true | Reason {
  return actor.id === view.personId || { code: 'view.not_yours' };
}

/** Within which unit somebody shares: where they serve first; nobody without one. */
export function sharesIn(actor: Actor): number | null {
  return actor.appointments.find((each) => !each.kept && each.unitId !== null)?.unitId ?? null;
}
