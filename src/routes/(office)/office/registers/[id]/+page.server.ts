import { randomUUID } from 'node:crypto';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mappingIn } from '#modules/registers/register/rules-preview.ts';
import { discardRegister, remapRegister } from '#modules/registers/register/server/actions.ts';
import { writeTyped } from '#modules/registers/register/server/actions-write.ts';
import { registerPage } from '#modules/registers/register/server/queries-page.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const results = asked.get('results') === 'later' ? ('later' as const) : ('now' as const);
    const where = { page: Number(asked.get('page')), decided: results === 'now' };
    const found = await registerPage(db, ctx, idOf(event.params.id), where);
    const done = ['received', 'remapped', 'written', 'undone'].find((each) => each === asked.get('done'));
    return { ...found, results, done, key: randomUUID() };
  });

export const actions: Actions = {
  remap: (event) =>
    submitting(event, async (ctx, values) => {
      const id = idOf(event.params.id);
      await remapRegister(ctx, { id, mapping: mappingIn(values) as never });
      return `/office/registers/${id}?done=remapped`;
    }),
  write: (event) =>
    submitting(event, async (ctx, values) => {
      const id = idOf(event.params.id);
      await writeTyped(ctx, id, values, values.key);
      return `/office/registers/${id}?done=written`;
    }),
  discard: (event) =>
    submitting(event, async (ctx) => {
      await discardRegister(ctx, { id: idOf(event.params.id) });
      return '/office/registers?done=discarded';
    }),
};
