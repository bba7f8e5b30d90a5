import { z } from 'zod';
import { isSystem } from '#modules/people/appointment/policy.ts';
import { action } from '#platform/server/action.ts';
import { fold } from './store.ts';

/** Folds the deltas into the cells; no count changes by it, so there is nothing for the audit to keep. */
export const foldCounters = action({
  name: 'counters.fold',
  input: z.object({}),
  subject: async () => ({}),
  allow: (actor) => isSystem(actor) || { code: 'refusal.not_yours' },
  run: ({ tx }) => fold(tx),
  audit: () => null,
});
