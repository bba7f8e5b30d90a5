import { randomUUID } from 'node:crypto';
import { receiveFile } from '#modules/registers/register/server/actions.ts';
import { fileIn, registerForm } from '#modules/registers/register/server/queries-form.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({ ...(await registerForm(db, ctx, event.locals.language)), key: randomUUID() }));

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, values, form) => {
      const id = await receiveFile(ctx, { ...values, file: await fileIn(form) }, values.key ?? '');
      return `/office/registers/${id}?done=received`;
    }),
};
