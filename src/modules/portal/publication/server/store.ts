import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';

export interface DecisionToPublish {
  id: number;
  unitId: number;
  level: Level;
}

/** A decision within scope, locked. */
export async function decisionForUpdate(tx: WriteDb, id: number): Promise<DecisionToPublish | undefined> {
  const { rows } = await sql<DecisionToPublish>`
    select id, unit_id as "unitId", level from decision where id = ${id} for update`.execute(tx);
  return rows[0];
}

/**
 * Makes public what a decision recognised and is not public yet: the registration, the version that was recognised, and the
 * model; a collective by its registrant's name, an individual without. Five statements whatever the number; answers the ids.
 */
export async function publishRecognised(tx: WriteDb, ctx: Context, decisionId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number; initiative_id: number; version_id: number }>`
    update registration set published_at = ${ctx.now}
    where recognised_by = ${decisionId} and state = 'recognised' and published_at is null
    returning id, initiative_id, version_id`.execute(tx);
  if (rows.length === 0) return [];
  await sql`
    update initiative_version set published_at = ${ctx.now}
    where id = any (${rows.map((row) => row.version_id)}::integer[]) and published_at is null`.execute(tx);
  await sql`
    update initiative i set published_at = coalesce(i.published_at, ${ctx.now}),
      public_registrant = case when i.subject = 'collective' then (select g.name from registrant g where g.id = i.registrant_id) end
    where i.id = any (${rows.map((row) => row.initiative_id)}::integer[])`.execute(tx);
  await sql`update decision set published_at = coalesce(published_at, ${ctx.now}) where id = ${decisionId}`.execute(tx);
  const ids = rows.map((row) => row.id);
  await tellTimeLines(tx, ctx, ids, 'publish');
  return ids;
}

/**
 * Takes one registration out of the public's sight. The version and the model go with it, unless another decision's
 * publication still shows them. Answers the model's id; undefined when it was not public under this decision.
 */
export async function unpublishOne(
  tx: WriteDb,
  ctx: Context,
  decisionId: number,
  registrationId: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ initiative_id: number; version_id: number }>`
    update registration set published_at = null
    where id = ${registrationId} and recognised_by = ${decisionId} and published_at is not null
    returning initiative_id, version_id`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  await sql`
    update initiative_version v set published_at = null
    where v.id = ${row.version_id}
      and not exists (select from registration r where r.version_id = v.id and r.published_at is not null)`.execute(tx);
  await sql`
    update initiative i set published_at = null, public_registrant = null
    where i.id = ${row.initiative_id}
      and not exists (select from registration r where r.initiative_id = i.id and r.published_at is not null)`.execute(
    tx,
  );
  await tellTimeLines(tx, ctx, [registrationId], 'unpublish');
  return row.initiative_id;
}

async function tellTimeLines(tx: WriteDb, ctx: Context, ids: readonly number[], act: 'publish' | 'unpublish') {
  await sql`
    insert into registration_event (registration_id, act, state, actor_id, actor_name, at)
    select id, ${act}, state, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now} from registration
    where id = any (${[...ids]}::integer[]) order by id`.execute(tx);
}
