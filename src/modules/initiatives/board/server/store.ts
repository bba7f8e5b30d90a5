import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { withBoard } from './queries.ts';

export interface RemindedUnit {
  id: number;
  path: string;
}

/** Those of some units that lie within the session's scope. */
export async function unitsWithin(tx: WriteDb, ctx: Context, ids: readonly number[]): Promise<RemindedUnit[]> {
  const { rows } = await sql<RemindedUnit>`
    select id, path_today::text as path from unit where id = any (${[...ids]}::integer[])
      and (${ctx.scope.all} or id = any ((select scope_units())::integer[])) order by id`.execute(tx);
  return rows;
}

/** Notes a reminder of each unit that still owes something and was not reminded today; which they are. */
export async function insertReminders(
  tx: WriteDb,
  ctx: Context,
  { cycleId, level, note, units }: { cycleId: number; level: Level; note: string; units: readonly number[] },
): Promise<number[]> {
  const { rows } = await sql<{ unit_id: number }>`
    ${withBoard(ctx, { cycle: cycleId, level })}
    insert into reminder (unit_id, cycle_id, level, day, note, reminded_by, reminded_by_name, at)
    select "unitId", ${cycleId}, ${level}, ${dayOf(ctx.now)}::date, ${note}, ${ctx.actor.id}, ${ctx.actor.name}, ${ctx.now}
    from board where owes and "unitId" = any (${[...units]}::integer[])
    on conflict (unit_id, day) do nothing returning unit_id`.execute(tx);
  return rows.map((row) => row.unit_id);
}
