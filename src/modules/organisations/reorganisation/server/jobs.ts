import { job } from '#platform/server/jobs.ts';
import { placeUnitsToday } from './actions-nightly.ts';

/** After midnight: acts that come into force on the new day. */
export const placeUnitsNightly = job('reorganisation.come_into_force', async (ctx) => {
  await placeUnitsToday(ctx, {});
});
