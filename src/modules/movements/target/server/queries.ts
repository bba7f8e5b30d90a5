import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Target } from '../rules.ts';

/** What is asked of these units in a year, as far as the reader's territory goes. */
export async function targetsOf(db: ReadDb, cycleId: number, units: readonly number[]): Promise<Map<number, Target>> {
  const rows = await rowsOf(
    db,
    sql<Target>`select unit_id as "unitId", wanted, forward_most as "forwardMost" from unit_target
      where cycle_id = ${cycleId} and unit_id = any (${[...units]}::integer[])
        and (scope_is_all() or unit_id = any ((select scope_units())::integer[]))`,
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}
