import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import type { AddMemberInput } from '#modules/people/body/schema.ts';
import { addMember, addRegulation } from '#modules/people/body/server/actions-members.ts';
import { bodyPage } from '#modules/people/body/server/queries.ts';
import { fileIn } from '#modules/registers/register/server/queries-form.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { parseDay } from '#platform/vietnamese.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const today = dayOf(ctx.now);
    const day = parseDay(asked.get('on') ?? '') ?? today;
    return { ...(await bodyPage(db, ctx, idOf(event.params.id), day)), day, today, done: asked.get('done') };
  });

export const actions: Actions = {
  add: (event) =>
    submitting(event, async (ctx, values) => {
      await addMember(ctx, { ...values, id: event.params.id } as AddMemberInput);
      return `/office/bodies/${event.params.id}?done=added`;
    }),
  file: (event) =>
    submitting(event, async (ctx, _values, form) => {
      await addRegulation(ctx, { id: event.params.id, file: await fileIn(form) });
      return `/office/bodies/${event.params.id}?done=filed`;
    }),
};
