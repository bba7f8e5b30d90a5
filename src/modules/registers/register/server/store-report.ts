import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { WhyNotWritten } from '../rules-problems.ts';

/** What became of each row of a list that is written, by its number; lines that are no rows are left out. One query. */
export async function judgedRows(
  db: ReadDb,
  batchId: number,
): Promise<{ row: number; outcome: string; why: WhyNotWritten[] | null }[]> {
  return rowsOf(
    db,
    sql<{ row: number; outcome: string; why: WhyNotWritten[] | null }>`
      select row_number as row, outcome, problems as why from import_row
      where batch_id = ${batchId} and outcome <> 'ignored' order by row_number`,
  );
}
