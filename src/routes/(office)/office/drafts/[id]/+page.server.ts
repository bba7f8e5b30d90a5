import { redirect } from '@sveltejs/kit';
import { changeOf, stepIn } from '#modules/initiatives/draft/rules-form.ts';
import { saveDraft } from '#modules/initiatives/draft/server/actions.ts';
import { draftPage } from '#modules/initiatives/draft/server/queries-page.ts';
import { namingOf } from '#modules/initiatives/draft/server/queries-similar.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading, submitting } from '#platform/server/pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const sheet = await draftPage(db, ctx, idOf(event.params.id));
    if ('sentAs' in sheet) redirect(303, `/office/registrations/${sheet.sentAs}/receipt`);
    const asked = event.url.searchParams;
    // Coming from the review, what is missing is named; while writing, only what is wrong with what is there.
    return {
      sheet,
      naming: namingOf(sheet),
      today: dayOf(ctx.now),
      step: stepIn(asked.get('step')),
      check: asked.has('check'),
    };
  });

export const actions: Actions = {
  save: (event) =>
    submitting(event, async (ctx, values, form) => {
      // Every ticked box comes back too if the form is refused: one value of a name would be kept.
      for (const name of ['levels', 'programmes']) values[name] = form.getAll(name).join(' ').trim();
      const { id } = event.params;
      await saveDraft(ctx, { ...changeOf(form), id, version: values.version });
      if (values.to === 'review') return `/office/drafts/${id}/review`;
      const step = stepIn(values.to ?? null);
      return `/office/drafts/${id}?step=${step}#step-${step}`;
    }),
};
