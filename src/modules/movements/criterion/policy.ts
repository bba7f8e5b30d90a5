import { isAuditor, servesAt } from '#modules/people/appointment/policy.ts';
import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Reason } from '#platform/refusal.ts';
import type { Actor } from '#platform/server/context.ts';
import { maySetUp } from '../movement/policy.ts';

/** What a year asks everywhere is its office's; what a unit adds is its own officers'. */
export function mayAsk(actor: Actor, cycle: { unitId: number | null }, own: number | undefined): true | Reason {
  if (own === undefined) return maySetUp(actor, cycle);
  if (isAuditor(actor)) return { code: 'refusal.read_only' };
  const officer = actor.appointments.some((each) => each.role in OFFICER_LEVEL && !each.kept && each.unitId === own);
  return (officer && servesAt(actor, own)) || { code: 'movement.only_its_officers' };
}

/** The units whose additions the actor writes, by name. */
export const askingUnits = (actor: Actor) =>
  actor.appointments.flatMap((each) =>
    each.role in OFFICER_LEVEL && !each.kept ? [{ id: each.unitId, name: each.unitName }] : [],
  );
