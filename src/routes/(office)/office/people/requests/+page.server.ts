import { mayManagePeople } from '#modules/people/account/policy.ts';
import { approveRequest, refuseRequest } from '#modules/people/account-request/server/actions.ts';
import { openRequests } from '#modules/people/account-request/server/queries.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import { inviting } from '../inviting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    return {
      requests: await openRequests(db, ctx),
      confirmation: await confirmationNow(db, ctx),
      done: event.url.searchParams.get('done'),
    };
  });

export const actions: Actions = {
  approve: (event) => inviting(event, (ctx, { id = '' }) => approveRequest(ctx, { id }), '?done=approved'),
  refuse: (event) =>
    submitting(event, async (ctx, { id = '', answer = '' }) => {
      await refuseRequest(ctx, { id, answer });
      return '?done=refused';
    }),
};
