import { columnsOf, viewOf } from '#modules/initiatives/view/rules.ts';
import { changeView, removeView, saveView } from '#modules/initiatives/view/server/actions.ts';
import { listViews } from '#modules/initiatives/view/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

/** The views of the reader, beside the list as its address (`from`) has it. */
export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const from = new URLSearchParams(event.url.searchParams.get('from') ?? '');
    const done = event.url.searchParams.has('done');
    return { views: await listViews(db, ctx), from: viewOf(from), columns: columnsOf(from), done };
  });

const back = (from = '') => `/office/initiatives/views?done&from=${encodeURIComponent(from)}`;

export const actions: Actions = {
  save: (event) =>
    submitting(event, async (ctx, { name = '', from = '', isDefault, shared }) => {
      await saveView(ctx, { name, address: from, isDefault, shared });
      return back(from);
    }),
  change: (event) =>
    submitting(event, async (ctx, { id, name = '', from, isDefault, shared }) => {
      await changeView(ctx, { id, name, isDefault, shared });
      return back(from);
    }),
  removal: (event) =>
    submitting(event, async (ctx, { id, from }) => {
      await removeView(ctx, { id });
      return back(from);
    }),
};
