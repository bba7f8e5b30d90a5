import { mayAskAtAll } from '#modules/upkeep/learning/policy.ts';
import { listLearnings } from '#modules/upkeep/learning/server/queries.ts';
import { dayOf } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  loading(event, async (db, ctx) => {
    const { made, received } = await listLearnings(db, ctx);
    const shown = (rows: typeof made) => rows.map((row) => ({ ...row, askedOn: dayOf(row.askedAt) }));
    return { made: shown(made), received: shown(received), asks: mayAskAtAll(ctx.actor) === true };
  });
