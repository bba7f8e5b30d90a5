import type { RequestEvent } from '@sveltejs/kit';
import { pointsOf } from '#modules/appraisals/review/rules-points.ts';
import { addVisit, declareTie, giveReview, recuse } from '#modules/appraisals/review/server/actions.ts';
import { askBlind } from '#modules/appraisals/review/server/actions-blind.ts';
import { nextToReview } from '#modules/appraisals/review/server/queries.ts';
import { askReaders } from '#modules/appraisals/team/server/actions.ts';
import type { Context } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';

type Typed = Record<string, string>;
/** An act on the sheet that comes back to it. */
const onSheet =
  (act: (ctx: Context, registrationId: string, typed: Typed, form: FormData) => Promise<unknown>) =>
  (event: RequestEvent) =>
    submitting(event, async (ctx, typed, form) => {
      await act(ctx, event.params.id ?? '', typed, form);
      return `/office/appraisals/${event.params.id}`;
    });

/** What is done on the sheet of a model that is in a team's hands. */
export const reviewing = {
  review: (event: RequestEvent) =>
    submitting(event, async (ctx, typed, form) => {
      const [registrationId, asked, points] = [event.params.id ?? '', form.getAll('asked'), pointsOf(typed)];
      await giveReview(ctx, { ...typed, registrationId, asked, points }, { key: typed.key ?? '' });
      const next = await loading(event, (db) => nextToReview(db, ctx));
      return `/office/appraisals/${next ?? registrationId}?scored=${registrationId}`;
    }),
  recuse: onSheet((ctx, registrationId, { tie }) => recuse(ctx, { registrationId, tie: tie as 'other' })),
  tie: onSheet((ctx, registrationId, { tie, personId = '' }) =>
    declareTie(ctx, { registrationId, personId, tie: tie as 'kin' }),
  ),
  visit: onSheet((ctx, registrationId, { seenOn = '', visitors = '', seen = '' }) =>
    addVisit(ctx, { registrationId, seenOn, visitors, seen }),
  ),
  blind: onSheet((ctx, registrationId, { username = '' }) => askBlind(ctx, { registrationId, username })),
  ask: onSheet((ctx, registrationId, _typed, form) =>
    askReaders(ctx, { registrationId, people: form.getAll('people') }),
  ),
};
