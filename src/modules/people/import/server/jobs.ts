import { job } from '#platform/server/jobs.ts';
import { sweepImports } from './actions.ts';

/** Each night: lists of people that are old, with what stood in them. */
export const sweepImportsNightly = job<object>('people_import.sweep', async (ctx) => {
  await sweepImports(ctx, {});
});
