import { json } from '@sveltejs/kit';
import { changeOf } from '#modules/initiatives/draft/rules-form.ts';
import { saveDraft } from '#modules/initiatives/draft/server/actions.ts';
import { draftById } from '#modules/initiatives/draft/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { timeOf } from '#modules/initiatives/registration/rules-moment.ts';
import { Refusal } from '#platform/refusal.ts';
import { formOf, loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** Saves between presses. Over a newer version it answers 409 and saves nothing; the browser keeps what was typed. */
export const POST: RequestHandler = async (event) => {
  const { params } = event;
  const { ctx, t } = event.locals;
  const form = await formOf(event);
  try {
    const { version } = await saveDraft(ctx, { ...changeOf(form), id: params.id, version: form.get('version') });
    return json({ version, saved_at_text: t('draft.saved_at', { time: timeOf(ctx.now) }) });
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    // The browser knows by the writer whether what is stored is its own, from a page that was left just now.
    const stored = failure.kind === 'conflict' && (await loading(event, (db) => draftById(db, ctx, idOf(params.id))));
    const { version, writer } = stored || { version: 0, writer: '' };
    const message = t(failure.reason.code, failure.reason.params);
    return json({ message, version, writer }, { status: failure.status });
  }
};
