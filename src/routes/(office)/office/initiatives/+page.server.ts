import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { listFilterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { choicesFor } from '#modules/initiatives/registration/server/queries-choices.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const choices = await choicesFor(db, ctx);
    const current = currentCycle(choices.cycles, dayOf(ctx.now));
    const filter = listFilterOf(event.url.searchParams, current);
    const list = await listRegistrations(db, ctx.scope, filter);
    return { choices, current, filter, list, mayDraft: mayDraft(ctx.actor) === true };
  });
