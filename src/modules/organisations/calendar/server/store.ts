import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import type { CalendarDay } from '../rules.ts';

/** What is said of a day, locked; undefined when it is as its weekday says. */
export async function dayForUpdate(tx: WriteDb, day: string): Promise<CalendarDay | undefined> {
  return tx.selectFrom('calendar_day').selectAll().where('day', '=', day).forUpdate().executeTakeFirst();
}

/** Says how a day is; every later due day follows. */
export async function writeDay(tx: WriteDb, day: CalendarDay): Promise<void> {
  const { day: _day, ...said } = day;
  const write = tx.insertInto('calendar_day').values(day);
  await write.onConflict((conflict) => conflict.column('day').doUpdateSet(said)).execute();
}

export async function deleteDay(tx: WriteDb, day: string): Promise<void> {
  await tx.deleteFrom('calendar_day').where('day', '=', day).execute();
}

/** The sample days of a year are this place's own from now on; how many they were. */
export async function confirmYear(tx: WriteDb, year: number): Promise<number> {
  const { numAffectedRows } = await sql`
    update calendar_day set sample = false
    where sample and day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
