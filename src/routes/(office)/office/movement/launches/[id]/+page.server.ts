import { openingFilterOf } from '#modules/initiatives/launch/schema.ts';
import { openLaunch, takeBackLaunch } from '#modules/initiatives/launch/server/actions.ts';
import { launchPage } from '#modules/initiatives/launch/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const filter = openingFilterOf(asked);
    const page = await launchPage(db, ctx, idOf(event.params.id), filter);
    return { page, filter, done: asked.get('done'), count: Number(asked.get('count')) || 0 };
  });

export const actions: Actions = {
  open: (event) =>
    submitting(event, async (ctx) => {
      await openLaunch(ctx, { id: event.params.id });
      return `/office/movement/launches/${event.params.id}?done=opened`;
    }),
  back: (event) =>
    submitting(event, async (ctx, { reason = '' }) => {
      await takeBackLaunch(ctx, { id: event.params.id, reason });
      return `/office/movement/launches/${event.params.id}`;
    }),
};
