import { sql } from 'kysely';
import type { Registration } from '#modules/initiatives/registration/rules.ts';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import { cycleAfter } from './queries.ts';

/** Keeps when a registration comes back; an earlier deferral of it is over. */
export async function keepDeferral(tx: WriteDb, ctx: Context, id: number, comesBackOn: string | null): Promise<void> {
  const kept = { comes_back_on: comesBackOn, deferred_at: ctx.now };
  await tx
    .insertInto('deferral')
    .values({ registration_id: id, ...kept })
    .onConflict((conflict) => conflict.column('registration_id').doUpdateSet(kept))
    .execute();
}

/** The cycle into which a registration may be carried over today. */
export async function nextCycle(
  tx: WriteDb,
  ctx: Context,
  { cycleId, level }: Registration,
): Promise<{ id: number; code: string } | undefined> {
  const { rows } = await cycleAfter(cycleId, level, dayOf(ctx.now)).execute(tx);
  return rows[0];
}

/**
 * Enters what is carried over in its next cycle: the same model, the same form, at the same level, taken in already. Answers
 * the id of the new registration, or nothing if the model is registered there.
 */
export async function enterCarried(
  tx: WriteDb,
  ctx: Context,
  registration: Registration,
  cycleId: number,
): Promise<number | undefined> {
  await sql`select from initiative where id = ${registration.initiativeId} for no key update`.execute(tx);
  const { rows } = await sql<{ id: number }>`
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, sector_id, field_id,
      subject, state, submitted_on, register_key, plain_text, name, state_since)
    select r.initiative_id, r.version_id, ${cycleId}, r.level, r.keeper_unit_id, r.keeper_unit_id, r.registrant_id, r.sector_id, r.field_id,
      r.subject, 'accepted', ${dayOf(ctx.now)}::date, r.register_key, r.plain_text, r.name, ${ctx.now}
    from registration r where r.id = ${registration.id} and not exists (select from registration there
      where there.initiative_id = r.initiative_id and there.cycle_id = ${cycleId} and there.level = r.level and there.state <> 'annulled')
    returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) return undefined;
  await sql`
    insert into registration_event (registration_id, act, state, actor_id, actor_name, at)
    values (${id}, 'carried', 'accepted', ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now})`.execute(tx);
  return id;
}
