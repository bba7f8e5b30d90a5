import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { decideProposals, undoReorganisation } from '#modules/people/transition/server/actions.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { actPage, chosenProposals } from '../../../../../reorganisations-page.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['applied', 'approved', 'declined', 'undone'];

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    ...(await actPage(db, ctx, idOf(event.params.id), event.url.searchParams)),
    done: DONE.find((each) => each === event.url.searchParams.get('done')),
  }));

export const actions: Actions = {
  decide: (event) =>
    submitting(event, async (ctx, values, form) => {
      permit(mayReorganise(ctx.actor));
      const id = idOf(event.params.id);
      const approve = values.approve === 'yes';
      await decideProposals(ctx, { id, approve, proposals: await chosenProposals(ctx, id, form) });
      return `/office/reorganisations/${id}?done=${approve ? 'approved' : 'declined'}#proposals`;
    }),
  undo: (event) =>
    submitting(event, async (ctx) => {
      permit(mayReorganise(ctx.actor));
      const id = idOf(event.params.id);
      await undoReorganisation(ctx, { id });
      return `/office/reorganisations/${id}?done=undone`;
    }),
};
