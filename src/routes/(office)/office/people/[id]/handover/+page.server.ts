import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { handoverForm, submitHandover } from '../../../../../../handovers.ts';
import { confirming } from '../../../../../confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { t, language } = event.locals;
    const form = await handoverForm(ctx, idOf(event.params.id), event.url.searchParams);
    const said = Object.entries(form.problems).map(([name, { code, params }]) => [name, t(code, params)]);
    return {
      ...form,
      asked: { ...form.asked, on: form.asked.on ?? formatDay(form.today, language) },
      offices: form.offices.map((office) => ({
        ...office,
        whyNot: office.why && t(office.why.code, office.why.params),
      })),
      problems: Object.fromEntries(said) as Record<string, string>,
      confirmation: await confirmationNow(db, ctx),
    };
  });

export const actions: Actions = {
  default: (event) =>
    confirming(event, async (ctx, values) => {
      const { id, done } = await submitHandover(ctx, idOf(event.params.id), values);
      return `/office/handovers/${id}?done=${done}`;
    }),
};
