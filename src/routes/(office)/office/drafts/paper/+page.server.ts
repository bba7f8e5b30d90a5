import { mayDraft } from '#modules/initiatives/draft/policy.ts';
import { emptyPaper } from '#modules/initiatives/draft/server/queries-paper.ts';
import { loading } from '#platform/server/pages.ts';
import { permit } from '../../../../permit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    permit(mayDraft(ctx.actor));
    return { paper: await emptyPaper(db, ctx, event.locals) };
  });
