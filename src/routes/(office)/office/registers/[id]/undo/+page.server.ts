import { randomUUID } from 'node:crypto';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { undoRegister } from '#modules/registers/register/server/actions-undo.ts';
import { undoPage } from '#modules/registers/register/server/queries-undo.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = await undoPage(db, ctx, idOf(event.params.id));
    return { ...asked, key: randomUUID() };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, values) => {
      const id = idOf(event.params.id);
      await undoRegister(ctx, { id }, values.key ? { key: values.key } : {});
      return `/office/registers/${id}?done=undone`;
    }),
};
