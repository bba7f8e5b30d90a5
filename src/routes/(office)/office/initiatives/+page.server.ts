import { bulkActsOf } from '#modules/appraisals/bulk/policy.ts';
import { actsIn } from '#modules/appraisals/bulk/rules.ts';
import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { filterOf, listFilterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { filterChoices } from '#modules/initiatives/registration/server/queries-choices.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const address = event.url.searchParams;
    const choices = await filterChoices(db, ctx, filterOf(address).unit);
    const today = dayOf(ctx.now);
    const current = currentCycle(choices.cycles, today);
    const filter = listFilterOf(address, current);
    const list = await listRegistrations(db, ctx.scope, filter, today);
    const acts = actsIn(filter.state, bulkActsOf(ctx.actor));
    return { today, choices, current, filter, list, acts, mayDraft: mayDraft(ctx.actor) };
  });
