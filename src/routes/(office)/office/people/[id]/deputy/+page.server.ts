import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { endDeputy, nameDeputy } from '#modules/people/deputy/server/actions.ts';
import { deputyPage } from '#modules/people/deputy/server/queries-page.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { confirming } from '../../../../../confirming.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const page = await deputyPage(db, ctx, idOf(event.params.id), permit);
    const { t } = event.locals;
    const offices = page.offices.map((each) => ({ ...each, whyNot: each.why && t(each.why.code) }));
    const confirmation = await confirmationNow(db, ctx);
    return { ...page, offices, confirmation, key: crypto.randomUUID(), done: event.url.searchParams.get('done') };
  });

export const actions: Actions = {
  name: (event) =>
    confirming(event, async (ctx, { key = '', ...typed }) => {
      await nameDeputy(ctx, { ...typed, personId: event.params.id }, { key });
      return `/office/people/${event.params.id}/deputy?done=named`;
    }),
  end: (event) =>
    confirming(event, async (ctx, { id = '' }) => {
      await endDeputy(ctx, { id });
      return `/office/people/${event.params.id}/deputy?done=ended`;
    }),
};
