import { unitHistory } from '#modules/organisations/unit/server/queries-history.ts';
import { branchOn } from '#modules/organisations/unit/server/queries-tree.ts';
import { refuse } from '#platform/refusal.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { now }) => {
    const id = /^[1-9]\d{0,8}$/.test(event.params.id) ? Number(event.params.id) : 0;
    const history = await unitHistory(db, id);
    if (!history) return refuse('missing', 'refusal.missing');
    return { id, today: dayOf(now), ...history, now: await branchOn(db, dayOf(now), id) };
  });
