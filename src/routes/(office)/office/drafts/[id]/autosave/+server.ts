import { json } from '@sveltejs/kit';
import { changeOf } from '#modules/initiatives/draft/rules-form.ts';
import { saveDraft } from '#modules/initiatives/draft/server/actions.ts';
import { timeOf } from '#modules/initiatives/registration/rules-moment.ts';
import { Refusal } from '#platform/refusal.ts';
import type { RequestHandler } from './$types';

/** Saves between presses. Over a newer version it answers 409 and saves nothing; the browser keeps what was typed. */
export const POST: RequestHandler = async ({ request, params, locals: { ctx, t } }) => {
  const form = await request.formData();
  try {
    const { version } = await saveDraft(ctx, { ...changeOf(form), id: params.id, version: form.get('version') });
    return json({ version, saved_at_text: t('draft.saved_at', { time: timeOf(ctx.now) }) });
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return json({ message: t(failure.reason.code, failure.reason.params) }, { status: failure.status });
  }
};
