import { error, redirect } from '@sveltejs/kit';
import { WAY_COOKIE, WAY_MINUTES } from '#modules/people/single-sign-on/rules.ts';
import { beginSingleSignOn } from '#modules/people/single-sign-on/server/actions.ts';
import { providerLabel } from '#modules/people/single-sign-on/server/queries.ts';
import { Refusal } from '#platform/refusal.ts';
import { cookieOptions } from '../../../cookies.ts';
import type { RequestHandler } from './$types';

/** To the provider. A link and not a form, since the content policy lets no form lead to another site. */
export const GET: RequestHandler = async ({ locals, url, cookies, getClientAddress }) => {
  if (!providerLabel()) error(404, { message: locals.t('single_sign_on.off') });
  const link = url.searchParams.has('link');
  const next = url.searchParams.get('next') ?? '';
  const invitation = url.searchParams.get('moi') ?? undefined;
  const asked = { link, next, invitation, address: getClientAddress() };
  const way = await beginSingleSignOn(locals.ctx, asked).catch((failure: unknown) => {
    if (!(failure instanceof Refusal)) throw failure;
    return redirect(303, `${link ? '/tai-khoan/mot-cua' : '/dang-nhap'}?why=${failure.reason.code}`);
  });
  cookies.set(WAY_COOKIE, way.ticket, cookieOptions(url, WAY_MINUTES * 60));
  // Kit leads to no other site by itself; this one is named in the settings.
  return new Response(null, { status: 303, headers: { location: way.url } });
};
