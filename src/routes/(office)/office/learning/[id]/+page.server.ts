import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import * as acts from '#modules/upkeep/learning/server/actions.ts';
import { learningPage } from '#modules/upkeep/learning/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const page = await learningPage(db, ctx, idOf(event.params.id));
    const { askedAt, answeredAt } = page.learning;
    const days = { askedOn: dayOf(askedAt), answeredOn: answeredAt && dayOf(answeredAt) };
    return { ...page, ...days, done: event.url.searchParams.get('done') };
  });

const there = (event: RequestEvent, done: string) => `/office/learning/${event.params.id}?done=${done}`;

export const actions = {
  welcome: (event) =>
    submitting(event, async (ctx, { mentor = '', visitOn = '', place, answer }) => {
      await acts.welcomeLearner(ctx, { id: event.params.id, mentor, visitOn, place, answer });
      return there(event, 'welcome');
    }),
  decline: (event) =>
    submitting(event, async (ctx, { reason = '' }) => {
      await acts.declineLearner(ctx, { id: event.params.id, reason });
      return there(event, 'decline');
    }),
  withdraw: (event) =>
    submitting(event, async (ctx) => {
      await acts.withdrawLearning(ctx, { id: event.params.id });
      return there(event, 'withdraw');
    }),
} satisfies Actions;
