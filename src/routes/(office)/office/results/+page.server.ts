import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { filterChoices } from '#modules/initiatives/registration/server/queries-choices.ts';
import { listResults } from '#modules/upkeep/result/server/queries-list.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';
import { askedOf } from './asked.ts';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const choices = await filterChoices(db, ctx, idOf(event.url.searchParams.get('unit')) || undefined);
    const { filter, cycle } = askedOf(event.url.searchParams, choices.cycles, ctx.now);
    return { ...(await listResults(db, ctx, filter)), cycles: choices.cycles, units: choices.units, cycle };
  });
