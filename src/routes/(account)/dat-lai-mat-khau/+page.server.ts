import { resetOwnPassword } from '#modules/people/reset/server/actions.ts';
import { isResetOpen } from '#modules/people/reset/server/queries.ts';
import { submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  return { token, open: await isResetOpen(locals.ctx, token) };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { password = '' }) => {
      await resetOwnPassword(ctx, { token: event.url.searchParams.get('ma') ?? '', password });
      return '/dang-nhap?done=reset';
    }),
};
