import { unitsPage } from '#modules/organisations/unit/server/queries-tree.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loading(event, (db, ctx) => unitsPage(db, ctx, event.url.searchParams));
