import type { Level } from '#modules/organisations/unit/rules.ts';
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

/** What the actor keeps of units that have ended: open work of one level in these, for an office only or for its body too. */
export function keptWork(actor: Actor, of: 'office' | 'body'): { level: Level; units: number[] }[] {
  return actor.appointments.flatMap(({ role, level, kept }) =>
    kept?.length && (role in OFFICER_LEVEL || (of === 'body' && role === 'committee_member'))
      ? [{ level, units: [...kept] }]
      : [],
  );
}
