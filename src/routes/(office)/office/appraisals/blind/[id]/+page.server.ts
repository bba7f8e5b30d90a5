import { randomUUID } from 'node:crypto';
import { pointsOf } from '#modules/appraisals/review/rules-points.ts';
import { giveBlind } from '#modules/appraisals/review/server/actions-blind.ts';
import { blindSheet, blindWaiting } from '#modules/appraisals/review/server/queries-blind.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { refuse } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const sheet = (await blindSheet(db, ctx, idOf(event.params.id))) ?? refuse('missing', 'refusal.missing');
    const { parts, criteria, mine, level, subject, registrationState } = sheet;
    const open = mine === 'waiting' && registrationState === 'self_assessed';
    return { parts, criteria, mine, level, subject, open, reviewId: sheet.reviewId, key: randomUUID() };
  });

export const actions: Actions = {
  review: (event) =>
    submitting(event, async (ctx, typed, form) => {
      const { note = '', advice = '', key = '' } = typed;
      const reviewId = event.params.id;
      await giveBlind(ctx, { reviewId, asked: form.getAll('asked'), points: pointsOf(typed), note, advice }, { key });
      const [next] = await loading(event, blindWaiting);
      return `/office/appraisals/blind/${next ?? reviewId}`;
    }),
};
