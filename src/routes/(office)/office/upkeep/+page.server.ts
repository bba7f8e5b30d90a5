import { filterChoices } from '#modules/initiatives/registration/server/queries-choices.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { upkeepFilterOf } from '#modules/upkeep/upkeep/schema.ts';
import { listUpkeep } from '#modules/upkeep/upkeep/server/queries-list.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = upkeepFilterOf(event.url.searchParams);
    const { cycles, units } = await filterChoices(db, ctx, asked.unit);
    const today = dayOf(ctx.now);
    const cycle = cycles.find(({ id }) => id === asked.cycle) ?? currentCycle(cycles, today);
    const filter = { ...asked, on: asked.on ?? today, cycle: cycle?.id ?? 0, show: asked.show ?? ('stock' as const) };
    return { ...(await listUpkeep(db, ctx, filter)), filter, cycles, units, cycle: cycle?.code ?? '' };
  });
