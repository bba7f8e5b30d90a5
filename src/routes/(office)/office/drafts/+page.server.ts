import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { discardDraft } from '#modules/initiatives/draft/server/actions.ts';
import { listDrafts } from '#modules/initiatives/draft/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    drafts: await listDrafts(db, ctx),
    mayDraft: mayDraft(ctx.actor),
    // Arrived from a workbook: how many.
    read: event.url.searchParams.get('done') === 'read' ? Number(event.url.searchParams.get('n')) || 0 : 0,
    discarded: event.url.searchParams.get('done') === 'discarded',
  }));

export const actions: Actions = {
  discard: (event) =>
    submitting(event, (ctx, { id }) => discardDraft(ctx, { id }).then(() => '/office/drafts?done=discarded')),
};
