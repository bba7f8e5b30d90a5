import { sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import { currentCycleId } from '#modules/movements/cycle/server/queries.ts';
import type { LineRow, LineSource } from '#modules/people/duty/server/queries.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { officeUnits } from '../../registration/policy-answers.ts';

/** Days before the last day in time, and after it, on which an office is told that its unit has sent nothing. */
const [BEFORE, AFTER] = [14, 60];
/** A reminder is shown for so many days, or until the unit owes nothing more. */
const REMINDED_DAYS = 30;

const unitName = (unit: string) =>
  sql`(select name from unit_name n where n.unit_id = ${sql.ref(unit)} order by n.valid desc limit 1)`;
const nothingSent = (unit: string, cycle: string, atLevel = sql``) => sql`not exists (select from registration r
  where r.keeper_unit_id = ${sql.ref(unit)} and r.cycle_id = ${sql.ref(cycle)} ${atLevel} and r.submitted_on is not null and r.state not in ('withdrawn', 'annulled'))`;

/** What an office is told of its own units: that nothing was sent yet as the day comes near, and that somebody has reminded it. */
export function boardLines(ctx: Context): LineSource[] {
  const communes = ctx.actor.appointments.filter(({ role, kept }) => role === 'commune_officer' && !kept);
  const offices = officeUnits(ctx.actor);
  return [
    ...(communes.length > 0 ? [unsent(ctx, [...new Set(communes.map(({ unitId }) => unitId))])] : []),
    ...(offices.length > 0 ? [reminded(ctx, offices)] : []),
  ];
}

function unsent(ctx: Context, units: number[]): LineSource {
  const today = dayOf(ctx.now);
  return {
    lines: sql<LineRow>`
      select 'send_first', u.id, 1, c.code, '', ${unitName('u.id')}, null::timestamptz, l.register_due_on
      from cycle c join cycle_level l on l.cycle_id = c.id and l.level = 'commune'
      join unit u on u.id = any ((select ${units}::integer[])::integer[])
      where c.id = ${currentCycleId(today)} and c.opens_on <= ${today}::date and coalesce(l.locked_from > ${today}::date, true)
        and l.register_due_on between ${today}::date - ${sql.lit(AFTER)} and ${today}::date + ${sql.lit(BEFORE)}
        and ${nothingSent('u.id', 'c.id')}`,
    href: () => '/office/drafts/new',
  };
}

/** Reminders that still hold: what the unit owed is not done. */
function reminded(ctx: Context, units: number[]): LineSource {
  const today = dayOf(ctx.now);
  return {
    lines: sql<LineRow>`
      select 'reminded', m.id, 1, c.code, m.reminded_by_name || case m.note when '' then '' else ': ' || m.note end,
        ${unitName('m.unit_id')}, m.at, m.day
      from (select distinct on (unit_id, cycle_id, level) * from reminder
        where unit_id = any ((select ${units}::integer[])::integer[]) and day > ${today}::date - ${sql.lit(REMINDED_DAYS)}
        order by unit_id, cycle_id, level, day desc) m
      join cycle c on c.id = m.cycle_id
      where ${nothingSent('m.unit_id', 'm.cycle_id', sql`and r.level = m.level`)} or exists (
        select from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level ${clockJoins()}
        where r.keeper_unit_id = m.unit_id and r.cycle_id = m.cycle_id and r.level = m.level and (r.state = 'returned'
          or ${dueOn()} < ${today}::date and (r.level = 'commune' or r.state in ('recalled', 'accepted'))))`,
    href: () => '/office/board',
  };
}
