import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Guidance } from '../rules.ts';

/** The words of a year's guidance letter, part by part; one query. */
export const listGuidance = (db: ReadDb, cycleId: number): Promise<Guidance[]> =>
  rowsOf(
    db,
    sql<Guidance>`select part, text, document_id as "documentId", clause, basis_text(document_id, clause) as basis
      from guidance where cycle_id = ${cycleId}`,
  );
