import { changeOwnPassword } from '#modules/people/account/server/actions-own.ts';
import { hasPassword } from '#modules/people/account/server/queries.ts';
import { deputiesOf } from '#modules/people/deputy/server/queries.ts';
import { emailOf } from '#modules/people/email/server/queries.ts';
import { listHandovers } from '#modules/people/handover/server/queries.ts';
import { passkeysOf } from '#modules/people/passkey/server/queries.ts';
import { secondFactorOf } from '#modules/people/second-factor/server/queries.ts';
import { endOtherSessions, endSession } from '#modules/people/session/server/actions.ts';
import { listSessions } from '#modules/people/session/server/queries.ts';
import { linkOf, providerLabel } from '#modules/people/single-sign-on/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { scope, now, session: here } = ctx;
    const own = ctx.actor.id as number;
    return {
      keys: (await passkeysOf(db, scope, own)).length,
      provider: providerLabel() ?? null,
      link: await linkOf(db, scope, own),
      hasPassword: await hasPassword(db, scope, own),
      email: await emailOf(db, scope, own),
      secondFactor: await secondFactorOf(db, scope, own),
      ...{ handovers: await listHandovers(db, own), deputies: await deputiesOf(db, ctx, own) },
      sessions: (await listSessions(db, scope, own, now)).map((each) => ({ ...each, here: each.id === here })),
      done: event.url.searchParams.get('done'),
    };
  });

export const actions: Actions = {
  password: (event) =>
    submitting(event, async (ctx, { current = '', password = '' }) => {
      await changeOwnPassword(ctx, { current, password });
      return '/tai-khoan?done=password';
    }),
  end: (event) =>
    submitting(event, (ctx, { session = '' }) => endSession(ctx, { session }).then(() => '/tai-khoan?done=ended')),
  others: (event) => submitting(event, (ctx) => endOtherSessions(ctx, {}).then(() => '/tai-khoan?done=others')),
};
