import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { createDraft } from '#modules/initiatives/draft/server/actions.ts';
import { listDrafts } from '#modules/initiatives/draft/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayDraft(ctx.actor));
    return { drafts: await listDrafts(db, ctx) };
  });

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { registrationId }) => {
      const draft = await createDraft(ctx, registrationId ? { registrationId } : {});
      // Sent again: who and where are fixed, so the first thing to do is the text.
      return `/office/drafts/${draft.id}?step=${draft.registrationId === null ? 1 : 3}`;
    }),
};
