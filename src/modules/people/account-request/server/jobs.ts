import { job } from '#platform/server/jobs.ts';
import { sweepRequests } from './actions.ts';

/** Each night: requests that are over, and what was typed in them. */
export const sweepRequestsNightly = job<object>('account_request.sweep', async (ctx) => {
  await sweepRequests(ctx, {});
});
