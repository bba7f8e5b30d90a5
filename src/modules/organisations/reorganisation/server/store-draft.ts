import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { KeepDraft } from '../schema-draft.ts';

/** Writes a draft as the actor's; the system's own acts need none. */
export async function insertDraft(
  tx: WriteDb,
  ctx: Context,
  { resolution, issuedOn, plan, source, found }: z.output<typeof KeepDraft>,
): Promise<{ id: number }> {
  return tx
    .insertInto('reorganisation_draft')
    .values({
      owner_id: ctx.actor.id as number,
      resolution,
      issued_on: issuedOn ?? null,
      effective_on: plan.effectiveOn,
      plan: JSON.stringify(plan),
      source: JSON.stringify(source),
      found: JSON.stringify(found),
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

/** A draft within scope. */
export async function draftAt(tx: WriteDb, id: number): Promise<{ id: number; resolution: string } | undefined> {
  // No row lock: what is only ever added and removed needs none.
  const { rows } = await sql<{ id: number; resolution: string }>`
    select id, resolution from reorganisation_draft where id = ${id}`.execute(tx);
  return rows[0];
}

export async function deleteDraft(tx: WriteDb, id: number): Promise<void> {
  await tx.deleteFrom('reorganisation_draft').where('id', '=', id).execute();
}
