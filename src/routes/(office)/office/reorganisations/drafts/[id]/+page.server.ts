import { randomUUID } from 'node:crypto';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { dayBefore } from '#modules/organisations/reorganisation/rules-days.ts';
import { outcomeOf } from '#modules/organisations/reorganisation/rules-outcome.ts';
import { discardReorganisationDraft } from '#modules/organisations/reorganisation/server/actions-draft.ts';
import { reorganisationDraftById } from '#modules/organisations/reorganisation/server/queries-draft.ts';
import { unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import { applyDraft } from '../../../../../../reorganisations.ts';
import { permit } from '../../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor }) => {
    permit(mayReorganise(actor));
    const found = await reorganisationDraftById(db, idOf(event.params.id));
    if (!found) return refuse('missing', 'refusal.missing');
    const { plan, ...draft } = found;
    const outcome = outcomeOf(plan, await unitsOn(db, dayBefore(draft.effectiveOn)));
    return { draft, outcome, key: randomUUID() };
  });

export const actions: Actions = {
  apply: (event) =>
    submitting(event, async (ctx, { key = '' }) => {
      permit(mayReorganise(ctx.actor));
      return `/office/reorganisations/${await applyDraft(ctx, idOf(event.params.id), key)}?done=applied`;
    }),
  discard: (event) =>
    submitting(event, async (ctx) => {
      permit(mayReorganise(ctx.actor));
      await discardReorganisationDraft(ctx, { id: idOf(event.params.id) });
      return '/office/reorganisations?done=discarded';
    }),
};
