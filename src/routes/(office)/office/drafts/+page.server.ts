import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { discardDraft } from '#modules/initiatives/draft/server/actions.ts';
import { listDrafts } from '#modules/initiatives/draft/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    drafts: await listDrafts(db, ctx),
    mayDraft: mayDraft(ctx.actor),
    discarded: event.url.searchParams.get('done') === 'discarded',
  }));

export const actions: Actions = {
  discard: (event) =>
    submitting(event, (ctx, { id }) => discardDraft(ctx, { id }).then(() => '/office/drafts?done=discarded')),
};
