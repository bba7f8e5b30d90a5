import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { mayAttach, mayRemove } from '../policy.ts';
import { MOST_FILES } from '../rules.ts';
import { AddAttachments, RemoveAttachment } from '../schema.ts';
import { prepared, type Sent } from './actions-prepare.ts';
import { attachmentPage } from './queries.ts';
import { attachmentForUpdate, emptyAttachment, insertAttachments, modelForUpdate } from './store.ts';

/** Files that were prepared, kept with a model; one that is there already is not kept twice. Answers the ids of the new ones. */
const addAttachments = action({
  name: 'attachment.add',
  input: AddAttachments,
  subject: (tx, _scope, { id }, ctx) => modelForUpdate(tx, ctx, id),
  allow: (actor, { registrations }) => mayAttach(actor, registrations),
  async run({ tx, ctx }, model, { files, caption }): Promise<{ ids: number[] }> {
    if (model.files + files.length > MOST_FILES)
      refuse('conflict', 'form.invalid', {
        fields: { file: { code: 'attachment.full', params: { max: MOST_FILES } } },
      });
    return { ids: await insertAttachments(tx, ctx, model, files, caption) };
  },
  audit: ({ id, unitId }, { ids }, { files, caption }) => ({
    subjectKind: 'initiative',
    subjectId: id,
    unitId,
    after: { ids, caption, files: files.map(({ name, type, bytes }) => ({ name, type, size: bytes.byteLength })) },
  }),
});

/** What every door takes files in by: who may not is told before anything is looked into, then each file is checked and cleaned. */
export async function attach(
  ctx: Context,
  { id, caption, files, keepPlace }: { id: number; caption: string; files: readonly Sent[]; keepPlace: boolean },
  key?: string,
): Promise<{ ids: number[] }> {
  const { may } = await read(ctx, (db) => attachmentPage(db, ctx, id));
  if (may !== true) refuse('forbidden', may.code);
  return addAttachments(ctx, { id, caption, files: await prepared(files, keepPlace) }, key ? { key } : {});
}

/** Takes a file away, with the reason; its bytes are gone, the line stays. */
export const removeAttachment = action({
  name: 'attachment.remove',
  input: RemoveAttachment,
  async subject(tx, _scope, { id }, ctx) {
    const kept = await attachmentForUpdate(tx, id);
    const model = kept && (await modelForUpdate(tx, ctx, kept.initiativeId));
    return model && { ...model, kept };
  },
  allow: (actor, { registrations, kept }) => mayRemove(actor, registrations, kept.addedBy),
  async run({ tx, ctx }, { kept }, { reason }): Promise<{ id: number }> {
    await emptyAttachment(tx, ctx, kept.id, reason);
    return { id: kept.id };
  },
  audit: ({ id, unitId, kept }, _result, { reason }) => ({
    subjectKind: 'initiative',
    subjectId: id,
    unitId,
    before: { id: kept.id, name: kept.name },
    after: { reason },
  }),
});
