import { job } from '#platform/server/jobs.ts';
import { sweepSessions } from './actions.ts';

/** Nightly: sessions that are over, and wrong passwords of a day ago. */
export const sweepSessionsNightly = job('session.sweep', async (ctx) => {
  await sweepSessions(ctx, {});
});
