import { OFFICER_LEVEL } from '#modules/people/appointment/rules.ts';
import type { Actor } from '#platform/server/context.ts';

const distinct = (ids: number[]) => [...new Set(ids)];

/** Units whose office the actor serves: taking in and returning wait there. */
export function officeUnits(actor: Actor): number[] {
  return distinct(actor.appointments.filter((each) => each.role in OFFICER_LEVEL).map((each) => each.unitId));
}

/** Units whose body the actor sits on, as an officer or a member: verdicts and decisions wait there. */
export function bodyUnits(actor: Actor): number[] {
  const serving = actor.appointments.filter((each) => each.role in OFFICER_LEVEL || each.role === 'committee_member');
  return distinct(serving.map((each) => each.unitId));
}
