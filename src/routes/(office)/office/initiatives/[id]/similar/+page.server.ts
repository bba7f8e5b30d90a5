import { similarPage } from '#modules/initiatives/initiative/server/queries-similar.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, (db, ctx) =>
    similarPage(db, ctx, idOf(event.params.id), idOf(event.url.searchParams.get('registration'))),
  );
