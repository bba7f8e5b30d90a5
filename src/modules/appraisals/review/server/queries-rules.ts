import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { ReviewRule } from '../rules.ts';

export const ruleColumns = sql`q.cycle_id as "cycleId", q.level, q.aggregate, q.wanted, q.cap, q.spread,
  q.document_id as "documentId", q.clause, basis_text(q.document_id, q.clause) as basis`;

/** At which levels of a year, or of all, teams score, and by what rule; one query. */
export const listReviewRules = (db: ReadDb, cycleId?: number): Promise<ReviewRule[]> =>
  rowsOf(
    db,
    sql<ReviewRule>`select ${ruleColumns} from review_rule q where ${cycleId === undefined ? sql`true` : sql`q.cycle_id = ${cycleId}`}
      order by q.cycle_id desc, array_position(array['commune', 'district', 'province'], q.level)`,
  );
