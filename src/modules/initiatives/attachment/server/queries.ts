import { sql } from 'kysely';
import { type Reason, refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { registrationsById } from '../../registration/server/queries-by-id.ts';
import { mayAttach, mayRemove } from '../policy.ts';

export interface Attachment {
  id: number;
  name: string;
  caption: string;
  type: string;
  size: number;
  hasPreview: boolean;
  latitude: number | null;
  longitude: number | null;
  addedBy: number;
  addedByName: string;
  addedAt: Date;
  removedByName: string | null;
  removedAt: Date | null;
  removedReason: string | null;
}

/** The files of a model, newest first, those that were taken away at the end; and what the reader may do. */
export interface AttachmentPage {
  id: number;
  code: string;
  name: string;
  files: (Attachment & { mayRemove: true | Reason })[];
  may: true | Reason;
}

/** What the page of a model's files shows; refuses (404) a model outside the scope. Three queries. */
export async function attachmentPage(db: ReadDb, ctx: Context, id: number): Promise<AttachmentPage> {
  const [model] = await rowsOf(
    db,
    sql<{ id: number; code: string; name: string; ids: number[] }>`
      select i.id, i.code, i.name, array(select r.id from registration r where r.initiative_id = i.id) as ids
      from initiative i where i.id = ${id}`,
  );
  const registrations = model ? await registrationsById(db, ctx, model.ids) : [];
  if (!model || registrations.length === 0) refuse('missing', 'refusal.missing');
  const files = await rowsOf(
    db,
    sql<Attachment>`
      select id, name, caption, type, size, preview is not null as "hasPreview", latitude, longitude, added_by as "addedBy",
        added_by_name as "addedByName", added_at as "addedAt", removed_by_name as "removedByName", removed_at as "removedAt",
        removed_reason as "removedReason"
      from attachment where initiative_id = ${id} order by removed_at is not null, id desc`,
  );
  return {
    id: model.id,
    code: model.code,
    name: model.name,
    files: files.map((file) => ({ ...file, mayRemove: mayRemove(ctx.actor, registrations, file.addedBy) })),
    may: mayAttach(ctx.actor, registrations),
  };
}

export interface AttachmentFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** One file of a model with its bytes, or the small picture of it; refuses (404) what is not there, or not any more. */
export async function attachmentOf(db: ReadDb, id: number, fileId: number, isSmall: boolean): Promise<AttachmentFile> {
  const bytes = isSmall ? sql`preview` : sql`bytes`;
  const [file] = await rowsOf(
    db,
    sql<AttachmentFile>`select name, ${isSmall ? sql.lit('image/jpeg') : sql`type`} as type, ${bytes} as bytes from attachment
      where id = ${fileId} and initiative_id = ${id} and ${bytes} is not null`,
  );
  return file ?? refuse('missing', 'refusal.missing');
}
