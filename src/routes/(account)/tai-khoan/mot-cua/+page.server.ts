import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { unlinkSingleSignOn } from '#modules/people/single-sign-on/server/actions.ts';
import { linkOf, providerLabel } from '#modules/people/single-sign-on/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { confirming } from '../../../confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    label: providerLabel() ?? null,
    link: await linkOf(db, ctx.scope, ctx.actor.id as number),
    confirmation: await confirmationNow(db, ctx),
    done: event.url.searchParams.get('done'),
    why: event.url.searchParams.get('why'),
  }));

export const actions: Actions = {
  // Only the password is checked; the link that leads on comes with the page.
  confirm: (event) => confirming(event, async () => '/tai-khoan/mot-cua'),
  unlink: (event) =>
    confirming(event, (ctx) => unlinkSingleSignOn(ctx, {}).then(() => '/tai-khoan/mot-cua?done=unlinked')),
};
