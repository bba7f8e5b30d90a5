import type { Context, WriteDb } from '#platform/server/context.ts';
import { DraftContent } from '../../registration/schema.ts';

export interface Draft {
  id: number;
  ownerId: number;
  /** The registration that this draft will send again; null for a new model. */
  registrationId: number | null;
  content: DraftContent;
  version: number;
  /** The page that saved it last, and its how-manieth save that was. */
  writer: string;
  writerCount: number;
  updatedAt: Date;
}

interface Row {
  id: number;
  owner_id: number;
  subject_id: number | null;
  content: unknown;
  version: number;
  writer: string;
  writer_count: number;
  updated_at: Date;
}

export const toDraft = (row: Row): Draft => ({
  id: row.id,
  ownerId: row.owner_id,
  registrationId: row.subject_id,
  content: DraftContent.parse(row.content),
  version: row.version,
  writer: row.writer,
  writerCount: row.writer_count,
  updatedAt: row.updated_at,
});

export const DRAFT_COLUMNS = [
  'id',
  'owner_id',
  'subject_id',
  'content',
  'version',
  'writer',
  'writer_count',
  'updated_at',
] as const;

/** The actor's own draft, locked; another's is not there. */
export async function draftForUpdate(tx: WriteDb, ctx: Context, id: number): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(DRAFT_COLUMNS)
    .where('id', '=', id)
    .where('owner_id', '=', ctx.actor.id)
    .forUpdate()
    .executeTakeFirst();
  return row && toDraft(row);
}

/** Takes the actor's own draft away to send it; a refusal rolls that back, and the draft is still there. */
export async function takeDraft(tx: WriteDb, ctx: Context, id: number): Promise<Draft | undefined> {
  const row = await tx
    .deleteFrom('draft')
    .where('id', '=', id)
    .where('owner_id', '=', ctx.actor.id)
    .returning(DRAFT_COLUMNS)
    .executeTakeFirst();
  return row && toDraft(row);
}

/** A new draft of the actor. */
export async function insertDraft(
  tx: WriteDb,
  ctx: Context,
  content: DraftContent,
  registrationId: number | null,
): Promise<Draft> {
  const row = await tx
    .insertInto('draft')
    .values({
      owner_id: ctx.actor.id as number,
      kind: 'registration',
      subject_id: registrationId,
      content: JSON.stringify(content),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returning(DRAFT_COLUMNS)
    .executeTakeFirstOrThrow();
  return toDraft(row);
}

/** Replaces a draft's content and counts its version up; the writer stays unless one is given. */
export async function updateDraft(
  tx: WriteDb,
  ctx: Context,
  draft: Draft,
  content: DraftContent,
  { writer, writerCount }: Pick<Draft, 'writer' | 'writerCount'> = draft,
): Promise<Draft> {
  const row = await tx
    .updateTable('draft')
    .set({
      content: JSON.stringify(content),
      version: draft.version + 1,
      writer,
      writer_count: writerCount,
      updated_at: ctx.now,
    })
    .where('id', '=', draft.id)
    .returning(DRAFT_COLUMNS)
    .executeTakeFirstOrThrow();
  return toDraft(row);
}

export async function deleteDraft(tx: WriteDb, id: number): Promise<void> {
  await tx.deleteFrom('draft').where('id', '=', id).execute();
}
