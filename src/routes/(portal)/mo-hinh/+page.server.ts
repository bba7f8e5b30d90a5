import { redirect } from '@sveltejs/kit';
import { addressOfFilter, libraryFilterOf } from '#modules/portal/library/schema.ts';
import { listPublished } from '#modules/portal/library/server/queries.ts';
import { libraryChoices } from '#modules/portal/library/server/queries-choices.ts';
import { asVisitor } from '../visitor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  asVisitor(event, async (db) => {
    const { sau, truoc, ...filter } = libraryFilterOf(event.url.searchParams);
    const page = await listPublished(db, { ...filter, sau, truoc });
    // A page whose models are gone since somebody noted its address.
    if (page.total === 0 && (sau || truoc)) redirect(303, `/mo-hinh?${addressOfFilter(filter)}`);
    return { filter, page, choices: await libraryChoices(db) };
  });
