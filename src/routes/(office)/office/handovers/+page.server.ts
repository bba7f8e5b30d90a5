import { listHandovers } from '#modules/people/handover/server/queries.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loading(event, async (db) => ({ handovers: await listHandovers(db) }));
