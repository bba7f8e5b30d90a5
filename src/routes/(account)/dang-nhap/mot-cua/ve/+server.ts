import { error, redirect } from '@sveltejs/kit';
import { WAY_COOKIE } from '#modules/people/single-sign-on/rules.ts';
import { finishSingleSignOn } from '#modules/people/single-sign-on/server/actions.ts';
import { providerLabel } from '#modules/people/single-sign-on/server/queries.ts';
import { Refusal } from '#platform/refusal.ts';
import { fromOf, letIn } from '../../../../cookies.ts';
import type { RequestHandler } from './$types';

/** Back from the provider, with who it is or with an error of its own. */
export const GET: RequestHandler = async (event) => {
  const { locals, url, cookies } = event;
  if (!providerLabel()) error(404, { message: locals.t('single_sign_on.off') });
  const came = { ticket: cookies.get(WAY_COOKIE) ?? '', search: url.search, from: fromOf(event) };
  cookies.delete(WAY_COOKIE, { path: '/', secure: url.protocol === 'https:' });
  const done = await finishSingleSignOn(locals.ctx, came).catch((failure: unknown) => {
    if (!(failure instanceof Refusal)) throw failure;
    return redirect(303, `${locals.signedIn ? '/tai-khoan/mot-cua' : '/dang-nhap'}?why=${failure.reason.code}`);
  });
  redirect(303, done.begun ? await letIn(event, done.begun, done.next) : '/tai-khoan/mot-cua?done=now_linked');
};
