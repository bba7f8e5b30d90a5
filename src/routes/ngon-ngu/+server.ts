import { redirect } from '@sveltejs/kit';
import { chooseLanguage } from '#modules/people/account/server/actions-own.ts';
import { LANGUAGE_COOKIE, nextAfterSignIn } from '#modules/people/session/rules.ts';
import { LANGUAGES } from '#platform/i18n.ts';
import { formOf } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

const YEAR = 365 * 86_400;

/** Sets the language of this browser, and of the account if somebody is signed in; then back to the page. */
export const POST: RequestHandler = async (event) => {
  const { cookies, locals, url } = event;
  const form = await formOf(event);
  const language = LANGUAGES.find((each) => each === form.get('language')) ?? 'vi';
  cookies.set(LANGUAGE_COOKIE, language, {
    path: '/',
    maxAge: YEAR,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  });
  if (locals.signedIn) await chooseLanguage(locals.ctx, { language });
  redirect(303, nextAfterSignIn(String(form.get('next') ?? ''), '/'));
};
