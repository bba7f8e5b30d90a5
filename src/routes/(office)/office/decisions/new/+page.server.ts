import { randomUUID } from 'node:crypto';
import { picksIn } from '#modules/decisions/decision/rules-batch.ts';
import { batchOf, batchPlaceOf } from '#modules/decisions/decision/schema-batch.ts';
import { recogniseBatch } from '#modules/decisions/decision/server/actions.ts';
import { batchPage, checkBatch } from '#modules/decisions/decision/server/queries-batch.ts';
import { formOf, loading, submitting, typed } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const page = await batchPage(db, ctx, batchPlaceOf(event.url.searchParams));
    return { ...page, key: randomUUID() };
  });

const NO_PROBLEMS = { problem: undefined, problems: {} as Record<string, string> };

export const actions: Actions = {
  /** Another page of the list, all of it or none: nothing is checked yet, and everything typed stays. */
  choose: async (event) => {
    const form = await formOf(event);
    return { ...NO_PROBLEMS, step: 'choose', values: { ...typed(form), picked: picksIn(form) } };
  },
  preview: async (event) => {
    let checked: Record<string, string> = {};
    const refused = await submitting(event, async (ctx, values, form) => {
      checked = Object.assign(values, { picked: picksIn(form), go: '' });
      await checkBatch(ctx, batchOf(event.url.searchParams, values));
      return undefined;
    });
    return refused ?? { ...NO_PROBLEMS, step: 'preview', values: checked };
  },
  recognise: (event) =>
    submitting(event, async (ctx, values, form) => {
      Object.assign(values, { picked: picksIn(form), go: '' });
      const { id } = await recogniseBatch(ctx, batchOf(event.url.searchParams, values), { key: values.key ?? '' });
      return `/office/decisions/${id}?done=recognised`;
    }),
};
