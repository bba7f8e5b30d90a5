import { resultOf } from '#modules/appraisals/bulk/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const result = await resultOf(db, ctx, event.url.searchParams.get('key') ?? '');
    return { result: result ?? refuse('missing', 'refusal.missing') };
  });
