import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';

/** What a unit may put forward in a year at most, locked: two presses at once count the same places. Null: nobody has set a limit. */
export async function lockQuota(tx: WriteDb, cycleId: number, unitId: number): Promise<number | null> {
  const { rows } = await sql<{ most: number | null }>`
    select forward_most as most from unit_target where cycle_id = ${cycleId} and unit_id = ${unitId} for update`.execute(
    tx,
  );
  return rows[0]?.most ?? null;
}
