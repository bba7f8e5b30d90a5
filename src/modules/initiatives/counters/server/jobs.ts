import { read } from '#platform/server/db.ts';
import { job } from '#platform/server/jobs.ts';
import { log } from '#platform/server/log.ts';
import { foldCounters } from './actions.ts';
import { differences } from './queries.ts';

/** Each minute, and after a long list was read in: keeps the deltas few, so that figures cost the same at any hour. */
export const foldCountersSoon = job('counters.fold', async (ctx) => {
  await foldCounters(ctx, {});
});

/** Nightly: counts the rows anew and says loudly where the counters differ; mending them is a person's decision. */
export const checkCountersNightly = job('counters.check', async (ctx) => {
  const found = await read(ctx, differences);
  if (found.length === 0) return;
  log('error', 'The counters differ from the rows they count. Run ./bin/kheo recount.', {
    requestId: ctx.requestId,
    cells: found.length,
    first: found[0],
  });
});
