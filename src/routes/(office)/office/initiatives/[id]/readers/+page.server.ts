import { recordPage } from '#modules/initiatives/initiative/server/queries-page.ts';
import { STATES } from '#modules/initiatives/registration/rules.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { readersOf } from '#modules/people/appointment/server/queries-readers.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const wanted = idOf(event.url.searchParams.get('registration'));
    const { record } = await recordPage(db, ctx, idOf(event.params.id), wanted);
    const { keeperUnitId, registrantId, state } = record.chosen;
    const sectorId = record.sector?.id ?? null;
    const readers = await readersOf(db, ctx, { keeperUnitId, registrantId, sectorId, open: STATES[state].open });
    const { id, code, name, publishedAt, chosen } = record;
    return { record: { id, code, name, published: publishedAt !== null, registration: chosen.id }, readers };
  });
