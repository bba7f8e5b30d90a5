import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';

/**
 * Enters what was recognised at one level at the next, in the same year: the same version, registrant and unit, sent today. Answers
 * which registration each became; one whose model is registered there already is not among them.
 */
export async function insertForward(
  tx: WriteDb,
  ctx: Context,
  ids: readonly number[],
  level: Level,
  reason: string,
): Promise<{ from: number; to: number }[]> {
  const day = dayOf(ctx.now);
  const { rows } = await sql<{ from: number; to: number }>`
    with made as (
      insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, place_unit_id, registrant_id, sector_id,
        field_id, subject, state, submitted_on, register_key, plain_text, name, state_since, put_forward_from, late_days)
      select r.initiative_id, r.version_id, r.cycle_id, ${level}, r.unit_id, r.keeper_unit_id, r.place_unit_id, r.registrant_id, r.sector_id,
        r.field_id, r.subject, 'submitted', ${day}::date, r.register_key, r.plain_text, r.name, ${ctx.now}, r.id,
        (select greatest(0, ${day}::date - coalesce(l.grace_until, l.register_due_on)) from cycle_level l
          where l.cycle_id = r.cycle_id and l.level = ${level})
      from registration r where r.id = any (${[...ids]}::integer[]) order by r.id
      on conflict (initiative_id, cycle_id, level) where state <> 'annulled' do nothing
      returning id, put_forward_from)
    select put_forward_from as "from", id as "to" from made order by id`.execute(tx);
  const made = rows.map((row) => row.to);
  await sql`
    insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
    select id, 'submit', 'submitted', ${reason}, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now}
    from unnest(${made}::integer[]) id`.execute(tx);
  return rows;
}

/** Whether a level of a year takes nothing any more on a day; undefined where the year has no such level. */
export async function lockedAt(tx: WriteDb, cycleId: number, level: Level, day: string): Promise<boolean | undefined> {
  const { rows } = await sql<{ locked: boolean }>`
    select coalesce(locked_from <= ${day}::date, false) as locked from cycle_level where cycle_id = ${cycleId} and level = ${level}`.execute(
    tx,
  );
  return rows[0]?.locked;
}
