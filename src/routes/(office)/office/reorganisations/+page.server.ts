import { mayReorganise } from '#modules/organisations/reorganisation/policy.ts';
import { listReorganisations } from '#modules/organisations/reorganisation/server/queries.ts';
import { listReorganisationDrafts } from '#modules/organisations/reorganisation/server/queries-draft.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, { actor, now }) => {
    const may = mayReorganise(actor);
    return {
      may,
      today: dayOf(now),
      acts: await listReorganisations(db),
      drafts: may === true ? await listReorganisationDrafts(db) : [],
      done: event.url.searchParams.get('done'),
    };
  });
