import { sql } from 'kysely';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import type { Asker, Learning } from '../rules.ts';
import type { ModelToLearn } from './queries.ts';

/** How often a person has asked within a day. */
export async function askedLately(tx: WriteDb, { actor, now }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from learning where asked_by = ${actor.id} and asked_at > ${now}::timestamptz - interval '1 day'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Asks; undefined when the same ask is open already. The asker is named as they are called today. */
export async function insertLearning(
  tx: WriteDb,
  { actor, now }: Context,
  { model, asker, wish }: { model: ModelToLearn; asker: Asker; wish: string },
): Promise<number | undefined> {
  const named = asker.registrantId
    ? sql`(select g.name || ', ' || ${asker.unitName}::text from registrant g where g.id = ${asker.registrantId})`
    : sql`${asker.unitName}::text`;
  const { rows } = await sql<{ id: number }>`
    insert into learning (initiative_id, code, name, asker_unit_id, asker_registrant_id, asker, wish, asked_by, asked_by_name, asked_at)
    values (${model.id}, ${model.code}, ${model.name}, ${asker.unitId}, ${asker.registrantId}, ${named}, ${wish}, ${actor.id}, ${actor.name}, ${now})
    on conflict do nothing returning id`.execute(tx);
  return rows[0]?.id;
}

/** Locks a request that the session sees. */
export async function lockLearning(tx: WriteDb, id: number): Promise<void> {
  await sql`select id from learning where id = ${id} for update`.execute(tx);
}

/** What the owner answers, or that who asked takes it back. */
export async function settleLearning(
  tx: WriteDb,
  { actor, now }: Context,
  id: number,
  said: Partial<Pick<Learning, 'mentor' | 'visitOn' | 'place' | 'answer'>> & Pick<Learning, 'state'>,
): Promise<void> {
  const { visitOn, state, ...words } = said;
  const answered = state !== 'withdrawn' && { answered_by_name: actor.name, answered_at: now };
  await tx
    .updateTable('learning')
    .set({ ...words, state, ...(visitOn !== undefined && { visit_on: visitOn }), ...answered })
    .where('id', '=', id)
    .execute();
}

/** Whether a day has passed. */
export const isPast = (day: string, now: Date): boolean => day < dayOf(now);
