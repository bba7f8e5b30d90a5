import { type RawBuilder, sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { dayOf } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/** The day on which `r` comes back: the one chosen, or that on which a next cycle of its movement opens; none before there is one. */
export const dayBack = (chosen: RawBuilder<unknown>) => sql`
  select coalesce(${chosen}, (select min(later.opens_on) from cycle own join cycle later
    on later.movement_id = own.movement_id and later.opens_on > own.opens_on where own.id = r.cycle_id)) as day`;

/** Where something deferred may go on: the latest cycle after its own that has opened and still takes it at its level. */
export const cycleAfter = (cycleId: number, level: Level, today: string) => sql<{ id: number; code: string }>`
  select later.id, later.code from cycle own join cycle later on later.movement_id = own.movement_id and later.opens_on > own.opens_on
    join cycle_level l on l.cycle_id = later.id and l.level = ${level}
  where own.id = ${cycleId} and later.opens_on <= ${today}::date and (l.locked_from is null or l.locked_from > ${today}::date)
  order by later.opens_on desc, later.id desc limit 1`;

/** How something stands deferred. */
export interface Deferred {
  /** The cycle that it is registered in. */
  cycle: string;
  /** The day on which it comes back; null: with the next cycle. */
  comesBackOn: string | null;
  reason: string;
  actorName: string;
  at: Date;
  /** The cycle into which it may be carried; null before there is one. */
  next: { id: number; code: string } | null;
}

/** Until when a registration waits, why, and where it may go on; nothing unless it is deferred. One query. */
export async function deferredOf(
  db: ReadDb,
  ctx: Context,
  { id, cycleId, level }: { id: number; cycleId: number; level: Level },
): Promise<Deferred | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Deferred>`
      select c.code as cycle, d.comes_back_on as "comesBackOn", e.reason, e.actor_name as "actorName", e.at,
        (select to_json(later) from (${cycleAfter(cycleId, level, dayOf(ctx.now))}) later) as next
      from registration r join cycle c on c.id = r.cycle_id join deferral d on d.registration_id = r.id
        join lateral (select e.* from registration_event e where e.registration_id = r.id and e.act = 'defer' order by e.id desc limit 1) e on true
      where r.id = ${id} and r.state = 'deferred'`,
  );
  return row;
}
