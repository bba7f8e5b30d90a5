import { similarPage } from '#modules/initiatives/initiative/server/queries-similar.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { similarTo } from '#modules/initiatives/similarity/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const wanted = idOf(event.url.searchParams.get('registration'));
  const { about, ...page } = await loading(event, (db, ctx) => similarPage(db, ctx, idOf(event.params.id), wanted));
  return { ...page, similar: await similarTo(event.locals.ctx, about) };
};
