import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { afterFailure, type Failures, LONGEST_KEPT, type Place } from '../rules-lockout.ts';
import { failuresFrom } from './queries.ts';

/** Holds the counters of places until the end of the transaction, so that guesses sent at once are counted one by one. */
export async function failuresForUpdate(tx: WriteDb, places: readonly Place[], now: Date): Promise<Failures[]> {
  const rows = await tx
    .insertInto('sign_in_failure')
    .values(places.map((place) => ({ ...place, failed_count: 0, last_at: now })))
    .onConflict((taken) => taken.columns(['way', 'what']).doUpdateSet({ way: sql.ref('sign_in_failure.way') }))
    .returningAll()
    .execute();
  return failuresFrom(rows);
}

/** Counts one more wrong try at each place; answers the counts as they are now. */
export async function countFailure(tx: WriteDb, before: readonly Failures[], now: Date): Promise<Failures[]> {
  const counted = before.map((each) => afterFailure(each, now));
  for (const { way, what, count, lastAt, closedUntil } of counted) {
    await tx
      .updateTable('sign_in_failure')
      .set({ failed_count: count, last_at: lastAt, closed_until: closedUntil })
      .where('way', '=', way)
      .where('what', '=', what)
      .execute();
  }
  return counted;
}

/** After a success: the place is clean. What is counted about a name or an address as a whole is others' doing, and stays. */
export async function clearFailures(tx: WriteDb, counted: readonly Failures[]): Promise<void> {
  for (const { way, what, count } of counted) {
    if (count > 0 && (way === 'name' || way === 'address')) continue;
    await tx.deleteFrom('sign_in_failure').where('way', '=', way).where('what', '=', what).execute();
  }
}

export async function forgetFailures(tx: WriteDb, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LONGEST_KEPT);
  const { numDeletedRows } = await tx
    .deleteFrom('sign_in_failure')
    .where('last_at', '<=', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
