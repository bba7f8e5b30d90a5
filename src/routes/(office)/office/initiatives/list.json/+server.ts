import { json } from '@sveltejs/kit';
import { listFilterOf, saysCycle } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { cycleOfLists } from '#modules/initiatives/registration/server/queries-choices.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The list of the same address as data: `{ lines, total, more, next }`; `more` says that there are more than `total`. */
export const GET: RequestHandler = async (event) => {
  const list = await loading(event, async (db, ctx) => {
    const address = event.url.searchParams;
    const current = saysCycle(address) ? undefined : await cycleOfLists(db, ctx);
    return listRegistrations(db, ctx.scope, listFilterOf(address, current));
  });
  return json(list);
};
