import { sentPaper } from '#modules/initiatives/draft/server/queries-paper.ts';
import { idOf } from '#modules/initiatives/registration/rules-keys.ts';
import { receiptOf } from '#modules/initiatives/registration/server/queries-receipt.ts';
import { refuse } from '#platform/refusal.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const receipt = (await receiptOf(db, ctx, idOf(event.params.id))) ?? refuse('missing', 'refusal.missing');
    const { initiativeId, registrationId, code } = receipt;
    return { paper: await sentPaper(db, ctx, receipt, event.locals), initiativeId, registrationId, code };
  });
