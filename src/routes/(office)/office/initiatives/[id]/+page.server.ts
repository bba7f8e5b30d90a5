import { recordPage } from '#modules/initiatives/initiative/server/queries-page.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import * as moves from '#modules/initiatives/registration/server/actions-moves.ts';
import { upkeepOf } from '#modules/upkeep/upkeep/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const id = idOf(event.params.id);
    const [page, upkeep] = await Promise.all([
      recordPage(db, ctx, id, idOf(asked.get('registration'))),
      upkeepOf(db, ctx, id),
    ]);
    return { ...page, upkeep, key: crypto.randomUUID(), done: asked.get('done') };
  });

/** One press on the chosen registration; the page then says what was done. */
const act = (step: typeof moves.acceptRegistration) => (event: RequestEvent) =>
  submitting(event, async (ctx, { id, version, reason, key }) => {
    await step(ctx, { id, version, reason }, { key });
    return `/office/initiatives/${event.params.id}?registration=${idOf(id)}&done=${step.actName.split('.')[1]}`;
  });

export const actions = {
  recall: act(moves.recallRegistration),
  return: act(moves.returnRegistration),
  acceptance: act(moves.acceptRegistration),
  self_assessment: act(moves.selfAssessRegistration),
  withdrawal: act(moves.withdrawRegistration),
  reopening: act(moves.reopenRegistration),
} satisfies Actions;
