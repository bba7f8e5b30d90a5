import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { Audience, Mentionable } from '../rules.ts';

/** How much a person has said in the last ten minutes. */
export async function saidLately(tx: WriteDb, { actor, now }: Context): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from comment where author_id = ${actor.id} and at > ${now}::timestamptz - interval '10 minutes'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Says something of a model, and names people in it. */
export async function insertComment(
  tx: WriteDb,
  { actor, now }: Context,
  said: Audience & { id: number; text: string; mentions: readonly Mentionable[] },
): Promise<number> {
  const { id } = await tx
    .insertInto('comment')
    .values({
      initiative_id: said.id,
      visibility: said.visibility,
      unit_id: said.unitId,
      text: said.text,
      author_id: actor.id as number,
      author_name: actor.name,
      at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (said.mentions.length > 0)
    await tx
      .insertInto('comment_mention')
      .values(said.mentions.map((person) => ({ comment_id: id, person_id: person.id, person_name: person.name })))
      .execute();
  return id;
}

export interface Kept {
  id: number;
  initiativeId: number;
  authorId: number;
  at: Date;
}

/** A comment of a model that stands and that the session reads, locked if it is the session's own. */
export async function commentForUpdate(
  tx: WriteDb,
  { actor }: Context,
  { id, commentId }: { id: number; commentId: number },
): Promise<Kept | undefined> {
  await sql`select id from comment where id = ${commentId} and author_id = ${actor.id} for update`.execute(tx);
  const { rows } = await sql<Kept>`
    select id, initiative_id as "initiativeId", author_id as "authorId", at from comment
    where id = ${commentId} and initiative_id = ${id} and withdrawn_at is null`.execute(tx);
  return rows[0];
}

/** Puts a comment otherwise; what it said before is kept with it. */
export async function rewordComment(tx: WriteDb, { now }: Context, id: number, text: string): Promise<void> {
  await sql`
    update comment set text = ${text}, edited_at = ${now},
      earlier = earlier || jsonb_build_array(jsonb_build_object('text', text, 'until', ${now}::timestamptz))
    where id = ${id} and text <> ${text}`.execute(tx);
}

/** Takes a comment off the page; the row stays. */
export async function withdrawComment(tx: WriteDb, { now }: Context, id: number): Promise<void> {
  await tx.updateTable('comment').set({ withdrawn_at: now }).where('id', '=', id).execute();
}

/** The session's person has read where they are named on a model. */
export async function readMentions(tx: WriteDb, { actor, now }: Context, id: number): Promise<void> {
  await sql`
    update comment_mention set read_at = ${now} where person_id = ${actor.id} and read_at is null
      and comment_id in (select id from comment where initiative_id = ${id})`.execute(tx);
}
