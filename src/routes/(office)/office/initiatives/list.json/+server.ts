import { json } from '@sveltejs/kit';
import { listFilterOf } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The list of the same address as data: `{ total, lines, next }`; a total of 10,001 means more than 10,000. */
export const GET: RequestHandler = async (event) => {
  const list = await loading(event, async (db, ctx) => {
    const filter = listFilterOf(event.url.searchParams, currentCycle(await listCycles(db), dayOf(ctx.now)));
    return listRegistrations(db, ctx.scope, filter);
  });
  return json(list);
};
