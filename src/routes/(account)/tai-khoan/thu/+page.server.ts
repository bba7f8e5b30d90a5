import { askEmail, takeEmail } from '#modules/people/email/server/actions.ts';
import { emailOf } from '#modules/people/email/server/queries.ts';
import { mailIsOn } from '#modules/people/reset/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { confirming } from '../../../confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    email: await emailOf(db, ctx.scope, ctx.actor.id as number),
    mail: mailIsOn(),
    token: event.url.searchParams.get('ma'),
    confirmation: await confirmationNow(db, ctx),
    done: event.url.searchParams.get('done'),
  }));

export const actions: Actions = {
  ask: (event) =>
    confirming(event, (ctx, { email = '' }) => askEmail(ctx, { email }).then(() => '/tai-khoan/thu?done=asked')),
  // A press, since programs that read letters follow their links.
  take: (event) =>
    submitting(event, (ctx, { token = '' }) => takeEmail(ctx, { token }).then(() => '/tai-khoan/thu?done=proven')),
};
