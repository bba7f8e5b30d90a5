import { z } from 'zod';
import { action } from './action.ts';
import { job } from './jobs.ts';

/** How long a repeated press of the same form is recognised, in days. */
const KEPT_DAYS = 30;

/** Forgets presses so old that nobody repeats them; it is housekeeping, so the audit keeps nothing. */
const forgetPresses = action({
  name: 'idempotency.forget',
  input: z.object({}),
  subject: async () => ({}),
  allow: (actor) => (actor.id === null && actor.name === 'system') || { code: 'refusal.not_yours' },
  async run({ tx, now }) {
    const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
    const { numDeletedRows } = await tx
      .deleteFrom('idempotency_key')
      .where('at', '<', before)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  },
  audit: () => null,
});

/** Nightly. */
export const forgetPressesNightly = job('idempotency.forget', async (ctx) => {
  await forgetPresses(ctx, {});
});
