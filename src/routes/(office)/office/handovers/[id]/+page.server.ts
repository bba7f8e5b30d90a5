import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { closeHandover, receiveHandover } from '#modules/people/handover/server/actions.ts';
import { confirmationNow } from '#modules/people/session/server/queries.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { confirmProposal, minutesOf } from '../../../../../handovers.ts';
import { confirming } from '../../../../confirming.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await minutesOf(ctx, idOf(event.params.id))),
    confirmation: await confirmationNow(db, ctx),
    done: event.url.searchParams.get('done'),
  }));

export const actions: Actions = {
  confirm: (event) =>
    confirming(event, async (ctx) => {
      await confirmProposal(ctx, idOf(event.params.id));
      return '?done=done';
    }),
  close: (event) =>
    submitting(event, async (ctx) => {
      await closeHandover(ctx, { id: idOf(event.params.id) });
      return '?done=closed';
    }),
  receive: (event) =>
    submitting(event, async (ctx) => {
      await receiveHandover(ctx, { id: idOf(event.params.id) });
      return '?done=received';
    }),
};
