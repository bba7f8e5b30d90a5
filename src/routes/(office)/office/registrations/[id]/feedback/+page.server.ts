import { randomUUID } from 'node:crypto';
import { mayGiveFeedback, mayPrepare, mayReadFeedback } from '#modules/appraisals/feedback/policy.ts';
import { stepOf } from '#modules/appraisals/feedback/rules.ts';
import { giveFeedback, prepareFeedback, readFeedback } from '#modules/appraisals/feedback/server/actions.ts';
import { feedbackPage } from '#modules/appraisals/feedback/server/queries.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const page = await feedbackPage(db, ctx, idOf(event.params.id));
    const { registration, standing } = page;
    const may = {
      prepare: mayPrepare(ctx.actor, standing),
      give: mayGiveFeedback(ctx.actor, registration, standing),
      read: mayReadFeedback(ctx.actor, registration),
    };
    return { ...page, may, step: stepOf(standing), key: randomUUID(), done: event.url.searchParams.get('done') };
  });

const act = (done: string, run: typeof giveFeedback | typeof readFeedback) => (event: RequestEvent) =>
  submitting(event, async (ctx, { seen, feedback = '', key = '' }) => {
    await run(ctx, { registrationId: event.params.id, seen, feedback }, { key });
    return `/office/registrations/${event.params.id}/feedback?done=${done}`;
  });

export const actions: Actions = {
  prepare: act('prepared', prepareFeedback),
  give: act('given', giveFeedback),
  read: act('read', readFeedback),
};
