import { randomUUID } from 'node:crypto';
import { actsOn, mayReopen } from '#modules/appraisals/appraisal/policy.ts';
import type { Verdict } from '#modules/appraisals/appraisal/rules.ts';
import { giveVerdict } from '#modules/appraisals/appraisal/server/actions.ts';
import { sheetPage } from '#modules/appraisals/appraisal/server/queries.ts';
import { nextInQueue } from '#modules/appraisals/appraisal/server/queries-queue.ts';
import { standingOf } from '#modules/initiatives/registration/policy.ts';
import { reopenRegistration } from '#modules/initiatives/registration/server/actions-moves.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { reviewing } from '../reviewing.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const page = await sheetPage(db, ctx, event.params.id, event.url.searchParams.get('saved'));
    const [actor, { registration }] = [ctx.actor, page.sheet];
    const { withheld } = standingOf(actor, registration, ['reopen']);
    const reopen = mayReopen(actor, registration) === true;
    return { ...page, ...actsOn(actor, page.sheet), reopen, withheld, key: randomUUID() };
  });

export const actions: Actions = {
  ...reviewing,
  verdict: (event) =>
    submitting(event, async (ctx, values, form) => {
      const [met, asked] = [form.getAll('met'), form.getAll('asked')];
      values.met = met.join(' ');
      const { key = '', place, ...typed } = values;
      const verdict = values.verdict as Verdict;
      await giveVerdict(ctx, { ...typed, registrationId: event.params.id, verdict, met, asked }, { key });
      const next = await loading(event, (db) => nextInQueue(db, ctx, place));
      return `/office/appraisals${next ? `/${next}` : ''}?saved=${event.params.id}`;
    }),
  reopen: (event) =>
    submitting(event, async (ctx, { reason = '', version, key = '' }) => {
      await reopenRegistration(ctx, { id: event.params.id, version, reason }, { key });
      return `/office/appraisals/${event.params.id}`;
    }),
};
