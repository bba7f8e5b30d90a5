import { askToLearn } from '#modules/upkeep/learning/server/actions.ts';
import { askPage } from '#modules/upkeep/learning/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await askPage(db, ctx, event.url.searchParams.get('model') ?? '')),
    key: crypto.randomUUID(),
  }));

export const actions = {
  default: (event) =>
    submitting(event, async (ctx, { asker = '', wish = '', key }) => {
      const model = event.url.searchParams.get('model') ?? '';
      const { id } = await askToLearn(ctx, { model, asker, wish }, key ? { key } : {});
      return `/office/learning/${id}?done=ask`;
    }),
} satisfies Actions;
