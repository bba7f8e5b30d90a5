import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { mayMove } from '../../registration/policy.ts';
import type { Registration } from '../../registration/rules.ts';
import { versionContent } from '../../registration/server/queries-version.ts';
import { registrationForUpdate } from '../../registration/server/store.ts';
import { mayDraft, mayWriteDraft, writesOwn } from '../policy.ts';
import { OFFICE_ONLY } from '../rules-sheet.ts';
import { turnOf } from '../rules-turn.ts';
import { AnswerSimilar, CreateDraft, DiscardDraft, DraftsFromFile, SaveDraft } from '../schema.ts';
import { firstContent } from './queries-first.ts';
import { type Draft, deleteDraft, draftForUpdate, insertDraft, updateDraft } from './store.ts';

const described = (draft: Draft) => ({ subjectKind: 'draft', subjectId: draft.id });

/** Begins a draft; of a returned or recalled registration it holds what was sent, and a second one is not begun beside the first. */
export const createDraft = action({
  name: 'draft.create',
  input: CreateDraft,
  async subject(tx, _scope, input, ctx): Promise<{ registration: Registration | null } | undefined> {
    if (input.registrationId === undefined) return { registration: null };
    const registration = await registrationForUpdate(tx, input.registrationId, ctx);
    return registration && { registration };
  },
  allow: (actor, { registration }) => (registration ? mayMove(actor, registration, 'submit') : mayDraft(actor)),
  async run({ tx, ctx }, { registration }): Promise<Draft> {
    if (!registration) return insertDraft(tx, ctx, await firstContent(asRead(tx), ctx), null);
    const begun = await tx
      .selectFrom('draft')
      .select('id')
      .where('owner_id', '=', ctx.actor.id as number)
      .where('subject_id', '=', registration.id)
      .executeTakeFirst();
    if (begun) return (await draftForUpdate(tx, ctx, begun.id)) as Draft;
    return insertDraft(tx, ctx, await versionContent(asRead(tx), registration.id), registration.id);
  },
  audit: (_subject, draft) => described(draft),
});

/**
 * Keeps what one section or the whole form brings. A save that came before is answered as it was then; over a newer text of
 * another page it is refused, and the page then holds both.
 */
export const saveDraft = action({
  name: 'draft.save',
  input: SaveDraft,
  subject: (tx, _scope, input, ctx) => draftForUpdate(tx, ctx, input.id),
  allow: mayWriteDraft,
  async run({ tx, ctx }, draft, input): Promise<{ id: number; version: number; updatedAt: string }> {
    const turn = turnOf(draft, input);
    if (turn === 'newer') refuse('conflict', 'draft.newer');
    const content = { ...draft.content, ...input.content };
    const saved = turn === 'done' ? draft : await updateDraft(tx, ctx, draft, content, input);
    return { id: saved.id, version: saved.version, updatedAt: saved.updatedAt.toISOString() };
  },
  audit: () => null,
});

/** Keeps with the draft what is answered about a model that looks like it; of one model the last answer counts, and one is continued at most. */
export const answerSimilar = action({
  name: 'draft.answer_similar',
  input: AnswerSimilar,
  subject: (tx, _scope, input, ctx) => draftForUpdate(tx, ctx, input.id),
  allow: mayWriteDraft,
  async run({ tx, ctx }, draft, { code, answer, reason }): Promise<void> {
    if (answer === 'different' && reason === '')
      refuse('invalid', 'form.invalid', { fields: { reason: { code: 'similar.reason_missing' } } });
    const others = draft.content.similar.filter(
      (each) => each.code !== code && !(answer === 'continues' && each.answer === 'continues'),
    );
    await updateDraft(tx, ctx, draft, { ...draft.content, similar: [...others, { code, answer, reason }] });
  },
  audit: () => null,
});

/** Throws a draft away; the audit keeps that it was. */
export const discardDraft = action({
  name: 'draft.discard',
  input: DiscardDraft,
  subject: (tx, _scope, input, ctx) => draftForUpdate(tx, ctx, input.id),
  allow: mayWriteDraft,
  async run({ tx }, draft) {
    await deleteDraft(tx, draft.id);
  },
  audit: (draft) => ({ ...described(draft), before: draft.content }),
});

/** Begins a draft for each form that a workbook held; who writes in its own name does so here too, whatever the file says. */
export const draftsFromFile = action({
  name: 'draft.from_file',
  input: DraftsFromFile,
  subject: async () => ({}),
  allow: (actor) => mayDraft(actor),
  async run({ tx, ctx }, _subject, { forms }): Promise<{ ids: number[] }> {
    const first = await firstContent(asRead(tx), ctx);
    const own = writesOwn(ctx.actor) ? OFFICE_ONLY.map((box) => [box, first[box]]) : [];
    const ids: number[] = [];
    for (const form of forms) {
      const { id } = await insertDraft(tx, ctx, { ...first, ...form, ...Object.fromEntries(own) }, null);
      ids.push(id);
    }
    return { ids };
  },
  audit: (_subject, { ids }, { fileName }) => ({
    ...{ subjectKind: 'draft', subjectId: ids[0] as number, after: { fileName, drafts: ids } },
  }),
});
