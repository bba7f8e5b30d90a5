import { redirect } from '@sveltejs/kit';
import { isWaitingForSetup } from '#modules/people/account/server/queries.ts';
import { nextAfterSignIn, SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { signIn, signOut } from '#modules/people/session/server/actions.ts';
import { submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('next');
  if (locals.signedIn) redirect(303, nextAfterSignIn(asked));
  if (await isWaitingForSetup(locals.ctx)) redirect(303, '/thiet-lap');
  return { next: asked ?? '', needed: asked !== null, left: url.searchParams.has('left') };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { username = '', password = '', next }) => {
      const { cookies, request, url } = event;
      const session = await signIn(ctx, { username, password }, request.headers.get('user-agent') ?? '');
      // Whoever was signed in here before is out, now that somebody else is in.
      await signOut(ctx, cookies.get(SESSION_COOKIE));
      cookies.set(SESSION_COOKIE, session.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: url.protocol === 'https:',
        maxAge: 7 * 86_400,
      });
      return nextAfterSignIn(next);
    }),
};
