import { redirect } from '@sveltejs/kit';
import { STEP_COOKIE } from '#modules/people/second-factor/rules.ts';
import { takeSecondStep } from '#modules/people/second-factor/server/actions-step.ts';
import { submitting } from '#platform/server/pages.ts';
import { fromOf, letIn } from '../../../cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, cookies, url }) => {
  if (locals.signedIn || !cookies.get(STEP_COOKIE)) redirect(303, '/dang-nhap');
  return { next: url.searchParams.get('next') ?? '' };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { code = '', next }) => {
      const ticket = event.cookies.get(STEP_COOKIE) ?? '';
      return letIn(event, await takeSecondStep(ctx, { ticket, code, from: fromOf(event) }), next);
    }),
};
