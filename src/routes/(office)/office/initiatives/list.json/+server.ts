import { json } from '@sveltejs/kit';
import { listFilterOn } from '#modules/initiatives/registration/schema-filter.ts';
import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { RequestHandler } from './$types';

/** The list of the same address as data: `{ lines, total, more, next }`; `more` says that there are more than `total`. */
export const GET: RequestHandler = async (event) => {
  const list = await loading(event, (db, { scope, now }) =>
    listRegistrations(db, scope, listFilterOn(event.url.searchParams, dayOf(now))),
  );
  return json(list);
};
