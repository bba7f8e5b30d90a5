import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { receiptOf } from '#modules/initiatives/registration/server/queries-receipt.ts';
import { refuse } from '#platform/refusal.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => ({
    receipt: (await receiptOf(db, ctx, idOf(event.params.id))) ?? refuse('missing', 'refusal.missing'),
  }));
