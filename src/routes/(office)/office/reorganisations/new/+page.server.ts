import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { changedForm } from '#modules/organisations/reorganisation/rules-acts-form.ts';
import { levelsOfKinds } from '#modules/organisations/reorganisation/server/queries.ts';
import { reorganisationDraftById } from '#modules/organisations/reorganisation/server/queries-draft.ts';
import { formOf, loading, submitting, typed } from '#platform/server/pages.ts';
import { previewForm } from '../../../../../reorganisations.ts';
import { permit } from '../../../../permit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor }) => {
    permit(mayReorganise(actor));
    const asked = event.url.searchParams.get('draft') ?? '';
    const draft = /^\d{1,9}$/.test(asked) ? await reorganisationDraftById(db, Number(asked)) : undefined;
    return {
      kinds: [...(await levelsOfKinds(db)).keys()],
      by: event.url.searchParams.get('by') === 'list' ? ('list' as const) : ('acts' as const),
      values: draft?.source.by === 'acts' ? draft.source.values : {},
    };
  });

export const actions: Actions = {
  // One act more or less: nothing is written, the form comes back with all that stood in it.
  change: async (event) => {
    await loading(event, async (_db, { actor }) => permit(mayReorganise(actor)));
    const values = typed(await formOf(event));
    return { problem: '', problems: {} as Record<string, string>, values: changedForm(values, values) };
  },
  preview: (event) =>
    submitting(event, async (ctx, values, form) => {
      const file = form.get('file');
      return `/office/reorganisations/drafts/${await previewForm(ctx, values, file instanceof File ? file : null)}`;
    }),
};
