import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Criterion } from '../rules.ts';

export type { Criterion } from '../rules.ts';

interface Asked {
  subject?: Criterion['subject'];
  /** The unit that judges: additions of its own and of the units above it are asked too. */
  unitId?: number | undefined;
}

/** The criteria of a cycle, in order, the additions of a level after what is asked everywhere; one query. */
export function listCriteria(db: ReadDb, cycleId: number, { subject, unitId }: Asked = {}): Promise<Criterion[]> {
  const own = unitId === undefined ? sql`k.unit_id is null` : sql`asked_at(k.unit_id, ${unitId})`;
  return rowsOf(
    db,
    sql<Criterion>`
      select k.id, k.subject, k.code, k.text_vi as "textVi", k.text_en as "textEn", k.source, k.document_id as "documentId", k.clause,
        concat_ws(', ', nullif(k.source, ''), nullif(basis_text(k.document_id, k.clause), '')) as basis, k.points, k.anchors, k.unit_id as "unitId"
      from criterion k
      where k.cycle_id = ${cycleId} and ${subject === undefined ? sql`true` : sql`k.subject = ${subject}`} and ${own}
      order by k.subject, (select nlevel(u.path_today) from unit u where u.id = k.unit_id) nulls first, k.position`,
  );
}
