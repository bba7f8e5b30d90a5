import { redirect } from '@sveltejs/kit';
import { KEY_COOKIE } from '#modules/people/passkey/rules.ts';
import { enterByKey } from '#modules/people/passkey/server/actions-enter.ts';
import { submitting } from '#platform/server/pages.ts';
import { fromOf, letIn } from '../../../cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ request }) => {
  if (request.method === 'GET') redirect(303, '/dang-nhap');
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { answer = '', next }) => {
      const ticket = event.cookies.get(KEY_COOKIE) ?? '';
      const { origin } = event.url;
      return letIn(event, await enterByKey(ctx, { ticket, answer, origin, from: fromOf(event) }), next);
    }),
};
