import { queueDigestsOf } from '#modules/people/digest/server/actions.ts';
import { job } from '#platform/server/jobs.ts';

/** Asks for the letter of the day of everybody who serves at units that were reminded. */
export const queueReminded = job<{ units: number[] }>('board.reminded', async (ctx, { units }) => {
  await queueDigestsOf(ctx, { units });
});
