import { redirect } from '@sveltejs/kit';
import { answerSimilar } from '#modules/initiatives/draft/server/actions.ts';
import { draftPage } from '#modules/initiatives/draft/server/queries-page.ts';
import { beforeSending } from '#modules/initiatives/draft/server/queries-similar.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import type { Answer } from '#modules/initiatives/similarity/schema.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const sheet = await loading(event, (db, ctx) => draftPage(db, ctx, idOf(event.params.id)));
  if ('sentAs' in sheet) redirect(303, `/office/registrations/${sheet.sentAs}/receipt`);
  const { similar } = await beforeSending(event.locals.ctx, sheet);
  return { sheet, similar, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { model = '', answer, reason = '' }) => {
      await answerSimilar(ctx, { id: event.params.id, code: model, answer: answer as Answer, reason });
      return `/office/drafts/${event.params.id}/similar?saved=1`;
    }),
};
