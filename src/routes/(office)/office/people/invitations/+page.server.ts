import { mayManagePeople } from '#modules/people/account/policy.ts';
import { inviteAgain, revokeInvitation } from '#modules/people/invitation/server/actions.ts';
import { listWithoutAccount } from '#modules/people/invitation/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { inviting } from '../inviting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    return {
      people: await listWithoutAccount(db, ctx.scope, ctx.now),
      confirmation: await confirmationNow(db, ctx),
      done: event.url.searchParams.get('done'),
    };
  });

export const actions: Actions = {
  again: (event) => inviting(event, (ctx, { personId = '' }) => inviteAgain(ctx, { personId })),
  revoke: (event) => submitting(event, (ctx, { id = '' }) => revokeInvitation(ctx, { id }).then(() => '?done=revoked')),
};
