import { refuse } from '#platform/refusal.ts';
import type { WriteDb } from '#platform/server/context.ts';
import { minutesClosed, networkOf } from '../rules-lockout.ts';
import { countFailure, failuresForUpdate } from './store-failures.ts';

/**
 * Counts one more way in that a stranger begins (a question for keys, a way to the provider), each of which leaves a ticket behind;
 * sixty in ten minutes from one place are enough (429 `session.begun_too_often`).
 */
export async function countBegun(tx: WriteDb, address: string | undefined, now: Date): Promise<void> {
  const counted = await failuresForUpdate(tx, [{ way: 'begin', what: networkOf(address ?? '') }], now);
  if (minutesClosed(counted, now) > 0) refuse('too_many', 'session.begun_too_often');
  await countFailure(tx, counted, now);
}
