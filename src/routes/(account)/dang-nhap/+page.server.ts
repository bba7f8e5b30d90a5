import { redirect } from '@sveltejs/kit';
import { isWaitingForSetup } from '#modules/people/account/server/queries.ts';
import { nextAfterSignIn } from '#modules/people/session/rules.ts';
import { signIn } from '#modules/people/session/server/actions.ts';
import { providerLabel } from '#modules/people/single-sign-on/server/queries.ts';
import { submitting } from '#platform/server/pages.ts';
import { fromOf, letIn } from '../../cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = url.searchParams.get('next');
  if (locals.signedIn) redirect(303, nextAfterSignIn(asked));
  if (await isWaitingForSetup(locals.ctx)) redirect(303, '/thiet-lap');
  const [done, why] = [url.searchParams.get('done'), url.searchParams.get('why')];
  const left = url.searchParams.has('left');
  return { next: asked ?? '', needed: asked !== null, left, done, why, provider: providerLabel() ?? null };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { username = '', password = '', next }) =>
      letIn(event, await signIn(ctx, { username, password }, fromOf(event)), next),
    ),
};
