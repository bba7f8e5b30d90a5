import { batchPlaceOf } from '#modules/decisions/decision/schema-batch.ts';
import { putForward } from '#modules/decisions/forward/server/actions.ts';
import { forwardPage } from '#modules/decisions/forward/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const page = await forwardPage(db, ctx, batchPlaceOf(asked));
    return { page, key: crypto.randomUUID(), done: Number(asked.get('done')) || 0 };
  });

export const actions: Actions = {
  put: (event) =>
    submitting(event, async (ctx, { reason = '', key = '' }, form) => {
      const place = batchPlaceOf(event.url.searchParams) ?? { cycleId: 0, level: 'commune' as const, unitId: 0 };
      const ids = form.getAll('id').map(Number);
      const { count } = await putForward(ctx, { ...place, ids, reason }, { key });
      return `/office/decisions/forward?cycle=${place.cycleId}&level=${place.level}&unit=${place.unitId}&done=${count}`;
    }),
};
