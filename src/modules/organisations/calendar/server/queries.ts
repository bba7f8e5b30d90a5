import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { CalendarDay } from '../rules.ts';

/** The days of a year that are not as their weekday says, and how many days of it are worked; one query. */
export async function calendarOf(db: ReadDb, year: number): Promise<{ days: CalendarDay[]; worked: number }> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const [row] = await rowsOf(
    db,
    sql<{ days: CalendarDay[]; worked: number }>`
      select (select coalesce(json_agg(json_build_object('day', day, 'works', works, 'name', name, 'basis', basis, 'sample', sample) order by day), '[]')
          from calendar_day where day between ${first}::date and ${last}::date) as days,
        (select count(*) from working_day where day between ${first}::date and ${last}::date and works) as worked`,
  );
  return row ?? { days: [], worked: 0 };
}

/** How many working days lie between today and a due day: below zero when it is over, null without one. Two lookups. */
export const daysLeft = (dueOn: RawBuilder<unknown>, today: string): RawBuilder<number | null> => sql<number | null>`(
  (select number from working_day where day = ${dueOn}) - (select number from working_day where day = ${today}::date))`;
