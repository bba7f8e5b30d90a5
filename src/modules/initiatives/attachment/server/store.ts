import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import type { Registration } from '../../registration/rules.ts';
import { registrationsById } from '../../registration/server/queries-by-id.ts';
import type { Prepared } from '../schema.ts';

export interface Model {
  id: number;
  unitId: number;
  files: number;
  /** Those within scope, the latest last: the rights of the reader come from them. */
  registrations: Registration[];
}

/** A model within scope, locked, with its registrations and how many files it has. */
export async function modelForUpdate(tx: WriteDb, ctx: Context, id: number): Promise<Model | undefined> {
  const { rows } = await sql<{ id: number; ids: number[]; files: number }>`
    select i.id, array(select r.id from registration r where r.initiative_id = i.id) as ids,
      (select count(*) from attachment a where a.initiative_id = i.id and a.removed_at is null) as files
    from initiative i where i.id = ${id} for no key update of i`.execute(tx);
  const [model] = rows;
  const registrations = model ? await registrationsById(asRead(tx), ctx, model.ids) : [];
  const latest = registrations.at(-1);
  return model && latest && { id: model.id, unitId: latest.unitId, files: model.files, registrations };
}

/** Keeps files; one that the model has already is left out. Answers the ids of those that are new. */
export async function insertAttachments(
  tx: WriteDb,
  { actor, now }: Context,
  model: Model,
  files: readonly Prepared[],
  caption: string,
): Promise<number[]> {
  const rows = files.map((file) => ({
    initiative_id: model.id,
    registration_id: (model.registrations.at(-1) as Registration).id,
    name: file.name,
    caption,
    type: file.type,
    bytes: Buffer.from(file.bytes),
    preview: file.preview && Buffer.from(file.preview),
    size: file.bytes.byteLength,
    digest: Buffer.from(file.digest),
    width: file.width,
    height: file.height,
    latitude: file.place?.latitude ?? null,
    longitude: file.place?.longitude ?? null,
    added_by: actor.id as number,
    added_by_name: actor.name,
    added_at: now,
  }));
  const kept = await tx
    .insertInto('attachment')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['initiative_id', 'digest']).where('removed_at', 'is', null).doNothing())
    .returning('id')
    .execute();
  return kept.map((row) => row.id);
}

export interface Kept {
  id: number;
  initiativeId: number;
  name: string;
  addedBy: number;
}

/** A file that is still there, within scope, locked. */
export async function attachmentForUpdate(tx: WriteDb, id: number): Promise<Kept | undefined> {
  const { rows } = await sql<Kept>`
    select id, initiative_id as "initiativeId", name, added_by as "addedBy" from attachment
    where id = ${id} and removed_at is null for update`.execute(tx);
  return rows[0];
}

/** Empties a file; who took it away, when and why stay. */
export async function emptyAttachment(tx: WriteDb, { actor, now }: Context, id: number, reason: string): Promise<void> {
  await tx
    .updateTable('attachment')
    .set({
      bytes: null,
      preview: null,
      latitude: null,
      longitude: null,
      removed_at: now,
      removed_by_name: actor.name,
      removed_reason: reason,
    })
    .where('id', '=', id)
    .execute();
}
