import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';

export interface Division {
  id: number;
  resolution: string;
  state: 'applied' | 'undone';
  effectiveOn: string;
  fromUnitId: number;
  fromPath: string;
  /** The successor's name on the act's day; null when the act did not give it any part of the unit. */
  toName: string | null;
}

/** An act with the unit that it divided and the successor asked for. */
export async function divisionOf(
  tx: WriteDb,
  asked: { id: number; fromUnitId: number; toUnitId: number },
): Promise<Division | undefined> {
  const { rows } = await sql<Division>`
    select r.id, r.resolution, r.state, r.effective_on as "effectiveOn", u.id as "fromUnitId", u.path_today::text as "fromPath", n.name as "toName"
    from reorganisation r join unit u on u.id = ${asked.fromUnitId}
    left join unit_succession s on s.reorganisation_id = r.id and s.from_unit_id = u.id and s.to_unit_id = ${asked.toUnitId} and s.share = 'part'
    left join unit_name n on n.unit_id = s.to_unit_id and n.valid @> r.effective_on
    where r.id = ${asked.id}`.execute(tx);
  return rows[0];
}

/** Moves models with all their registrations from a divided unit, or from another successor of it, to one; answers the registrations. */
export async function placeModels(
  tx: WriteDb,
  ctx: Context,
  { id, fromUnitId, toName }: Division,
  toUnitId: number,
  initiatives: readonly number[],
): Promise<number[]> {
  // First the models, in the order of their ids: the lock under which everything of a model is written.
  await sql`select from initiative where id = any (${[...initiatives]}::integer[]) order by id for update`.execute(tx);
  const { rows } = await sql<{ id: number }>`
    with chosen as materialized (
      select i.id, i.keeper_unit_id from initiative i
      where i.id = any (${[...initiatives]}::integer[]) and i.keeper_unit_id <> ${toUnitId} and (i.keeper_unit_id = ${fromUnitId} or exists (
        select from placement p where p.reorganisation_id = ${id} and p.initiative_id = i.id and p.from_unit_id = ${fromUnitId} and p.to_unit_id = i.keeper_unit_id))),
    noted as (
      insert into placement (reorganisation_id, initiative_id, from_unit_id, to_unit_id, placed_by_name, placed_at)
      select ${id}, id, ${fromUnitId}, ${toUnitId}, ${ctx.actor.name}, ${ctx.now} from chosen
      on conflict (reorganisation_id, initiative_id) do update
        set to_unit_id = excluded.to_unit_id, placed_by_name = excluded.placed_by_name, placed_at = excluded.placed_at),
    moved as (
      update registration r set keeper_unit_id = ${toUnitId}, version = r.version + 1 from chosen c
      where r.initiative_id = c.id and r.keeper_unit_id = c.keeper_unit_id returning r.id, r.state),
    told as (
      insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
      select id, 'place', state, ${toName}, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now} from moved),
    kept as (update initiative i set keeper_unit_id = ${toUnitId} from chosen c where i.id = c.id)
    select id from moved order by id`.execute(tx);
  return rows.map((row) => row.id);
}
