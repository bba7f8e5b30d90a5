import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { adoptModel, forgetAdoption } from '#modules/upkeep/adoption/server/actions.ts';
import { familyPage } from '#modules/upkeep/adoption/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await familyPage(db, ctx, idOf(event.params.id))),
    done: event.url.searchParams.get('done'),
  }));

const there = (event: RequestEvent, done: string) => `/office/initiatives/${event.params.id}/family?done=${done}`;

export const actions = {
  tell: (event) =>
    submitting(event, async (ctx, { parent = '', kept = '', changed, dropped }) => {
      await adoptModel(ctx, { id: event.params.id, code: parent, kept, changed, dropped });
      return there(event, 'tell');
    }),
  forget: (event) =>
    submitting(event, async (ctx) => {
      await forgetAdoption(ctx, { id: event.params.id });
      return there(event, 'forget');
    }),
} satisfies Actions;
