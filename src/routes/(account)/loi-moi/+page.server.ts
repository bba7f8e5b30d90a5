import { suggestedUsername } from '#modules/people/invitation/rules.ts';
import { claimAccount } from '#modules/people/invitation/server/actions-claim.ts';
import { invitedBy } from '#modules/people/invitation/server/queries.ts';
import { providerLabel } from '#modules/people/single-sign-on/server/queries.ts';
import { submitting } from '#platform/server/pages.ts';
import { fromOf, letIn } from '../../cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const token = url.searchParams.get('ma') ?? '';
  const invited = await invitedBy(locals.ctx, token);
  const provider = providerLabel() ?? null;
  return { token, provider, invited: invited && { ...invited, username: suggestedUsername(invited.fullName) } };
};

export const actions: Actions = {
  default: (event) =>
    submitting(event, async (ctx, { username = '', password = '' }) => {
      const token = event.url.searchParams.get('ma') ?? '';
      return letIn(event, await claimAccount(ctx, token, { username, password }, fromOf(event)));
    }),
};
