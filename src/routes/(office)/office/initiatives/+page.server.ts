import { redirect } from '@sveltejs/kit';
import { bulkActsOf } from '#modules/appraisals/bulk/policy.ts';
import { actsIn } from '#modules/appraisals/bulk/rules.ts';
import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { filterOf, listFilterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { filterChoices } from '#modules/initiatives/registration/server/queries-choices.ts';
import { addressOf, columnsOf } from '#modules/initiatives/view/rules.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await loading(event, async (db, ctx) => {
    const address = event.url.searchParams;
    const choices = await filterChoices(db, ctx, filterOf(address).unit, event.url.search === '');
    if (choices.opens) return { opens: choices.opens };
    const today = dayOf(ctx.now);
    const current = currentCycle(choices.cycles, today);
    const filter = listFilterOf(address, current);
    const list = await listRegistrations(db, ctx.scope, filter, today);
    const acts = actsIn(filter.state, bulkActsOf(ctx.actor));
    return { today, choices, current, filter, list, acts, columns: columnsOf(address), mayDraft: mayDraft(ctx.actor) };
  });
  // The list's own door opens with the view that its reader has chosen.
  if (page.opens) redirect(303, addressOf(page.opens));
  return page;
};
