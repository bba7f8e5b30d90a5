import * as factor from '#modules/people/second-factor/server/actions.ts';
import { secondFactorOf, setupOf } from '#modules/people/second-factor/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import type { Context } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import { confirming } from '../../../confirming.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const id = ctx.actor.id as number;
    return {
      on: await secondFactorOf(db, ctx.scope, id),
      setup: await setupOf(db, ctx.scope, id),
      confirmation: await confirmationNow(db, ctx),
      done: event.url.searchParams.get('done'),
    };
  });

/** The recovery codes stand in the answer itself, and nowhere else. */
async function telling(event: RequestEvent, act: (ctx: Context, code: string) => Promise<string[]>) {
  let codes: string[] = [];
  const refused = await confirming(event, async (ctx, { code = '' }) => {
    codes = await act(ctx, code);
    return undefined;
  });
  return refused ?? { codes };
}

export const actions: Actions = {
  begin: (event) => confirming(event, (ctx) => factor.beginSecondFactor(ctx, {}).then(() => '/tai-khoan/hai-buoc')),
  finish: (event) => telling(event, (ctx, code) => factor.finishSecondFactor(ctx, { code })),
  renew: (event) => telling(event, (ctx) => factor.renewRecoveryCodes(ctx, {})),
  remove: (event) =>
    confirming(event, (ctx) => factor.removeSecondFactor(ctx, {}).then(() => '/tai-khoan/hai-buoc?done=removed')),
};
