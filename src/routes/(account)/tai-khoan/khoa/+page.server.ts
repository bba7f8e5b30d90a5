import { KEY_COOKIE } from '#modules/people/passkey/rules.ts';
import { addKey, removeKey } from '#modules/people/passkey/server/actions.ts';
import { passkeysOf } from '#modules/people/passkey/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { confirming } from '../../../confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    keys: await passkeysOf(db, ctx.scope, ctx.actor.id as number),
    confirmation: await confirmationNow(db, ctx),
    done: event.url.searchParams.get('done'),
  }));

export const actions: Actions = {
  // The password, if it was asked for, was given with the question already.
  add: (event) =>
    submitting(event, async (ctx, { answer = '', label = '' }) => {
      const ticket = event.cookies.get(KEY_COOKIE) ?? '';
      await addKey(ctx, { ticket, answer, label, origin: event.url.origin });
      return '/tai-khoan/khoa?done=added';
    }),
  remove: (event) =>
    confirming(event, (ctx, { id = '' }) => removeKey(ctx, { id }).then(() => '/tai-khoan/khoa?done=removed')),
};
