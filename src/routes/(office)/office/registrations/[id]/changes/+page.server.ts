import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { changesSince } from '#modules/initiatives/registration/server/queries-return.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({ changes: await changesSince(db, ctx, idOf(event.params.id)) }));
