import { mayManagePeople } from '#modules/people/account/policy.ts';
import { applyPeople, countsOf } from '#modules/people/import/server/actions.ts';
import { inviteListed } from '#modules/people/import/server/actions-invite.ts';
import { importPage } from '#modules/people/import/server/queries.ts';
import type { SentMany } from '#modules/people/invitation/server/actions-many.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import { confirming } from '../../../../../confirming.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';
import { idIn } from './id.ts';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayManagePeople(ctx.actor));
    const list = await importPage(db, ctx, idIn(event.params.id));
    return { list, counts: countsOf(list.rows), confirmation: await confirmationNow(db, ctx) };
  });

export const actions: Actions = {
  apply: (event) =>
    confirming(event, async (ctx) => {
      await applyPeople(ctx, { id: idIn(event.params.id) });
      return `/office/people/import/${event.params.id}`;
    }),
  /** Links to be handed over stand in the answer itself and nowhere else. */
  invite: async (event) => {
    const sent: SentMany[] = [];
    const refused = await confirming(event, async (ctx) => {
      sent.push(await inviteListed(ctx, idIn(event.params.id)));
      return undefined;
    });
    return refused ?? { sent: sent[0] };
  },
};
