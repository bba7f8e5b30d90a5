import { job } from '#platform/server/jobs.ts';
import { sealAudit } from './store.ts';

/** Each minute: events join the chain a moment after their commit, so that who writes waits for nobody. */
export const sealAuditSoon = job('audit.seal', async (ctx) => {
  await sealAudit(ctx);
});
