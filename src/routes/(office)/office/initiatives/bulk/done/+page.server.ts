import { listBehind } from '#modules/appraisals/bulk/rules.ts';
import { resultOf } from '#modules/appraisals/bulk/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const asked = event.url.searchParams;
    const result = await resultOf(db, ctx, asked.get('key') ?? '');
    return { from: listBehind(asked), result: result ?? refuse('missing', 'refusal.missing') };
  });
