import { redirect } from '@sveltejs/kit';
import { sendKey } from '#modules/initiatives/draft/rules-form.ts';
import { draftPage } from '#modules/initiatives/draft/server/queries-page.ts';
import { beforeSending } from '#modules/initiatives/draft/server/queries-similar.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { submitRegistration } from '#modules/initiatives/registration/server/actions.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const sheet = await loading(event, (db, ctx) => draftPage(db, ctx, idOf(event.params.id)));
  if ('sentAs' in sheet) redirect(303, `/office/registrations/${sheet.sentAs}/receipt`);
  return { sheet, key: sendKey(sheet.draft.id), ...(await beforeSending(event.locals.ctx, sheet)) };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { key }) => {
      const { registrationIds } = await submitRegistration(ctx, { id: event.params.id }, { key });
      return `/office/registrations/${registrationIds[0]}/receipt`;
    }),
};
