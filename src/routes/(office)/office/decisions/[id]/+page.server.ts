import { randomUUID } from 'node:crypto';
import { decisionPage } from '#modules/decisions/decision/server/queries.ts';
import { ANNEX_PAGE, listAnnex } from '#modules/decisions/decision/server/queries-annex.ts';
import { mayPublish } from '#modules/portal/publication/policy.ts';
import { publishDecision, unpublishRegistration } from '#modules/portal/publication/server/actions.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const decision = await decisionPage(db, ctx, event.params.id);
    const pages = Math.max(1, Math.ceil(decision.count / ANNEX_PAGE));
    const wanted = Math.min(Math.max(Math.trunc(Number(asked.get('page'))) || 1, 1), pages);
    const page = asked.get('page') === 'all' ? ('all' as const) : wanted;
    return {
      decision,
      page,
      pages,
      annex: await listAnnex(db, ctx, decision.id, page),
      may: mayPublish(ctx.actor, decision),
      key: randomUUID(),
      done: asked.get('done'),
    };
  });

export const actions: Actions = {
  publish: (event) =>
    submitting(event, async (ctx, { key = '' }) => {
      const { ids } = await publishDecision(ctx, { decisionId: event.params.id }, { key });
      return `/office/decisions/${event.params.id}?done=published&count=${ids.length}`;
    }),
  unpublish: (event) =>
    submitting(event, async (ctx, { registrationId }) => {
      await unpublishRegistration(ctx, { decisionId: event.params.id, registrationId });
      return `/office/decisions/${event.params.id}?done=taken_back`;
    }),
};
