import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb, WriteDb } from '#platform/server/context.ts';
import { asRead, rowsOf } from '#platform/server/db.ts';
import type { LegalDocument } from '../rules.ts';

/** The documents of a movement, latest first. */
export const listDocuments = (db: ReadDb, movementId: number): Promise<LegalDocument[]> =>
  rowsOf(
    db,
    sql<LegalDocument>`select id, title, number, issued_on as "issuedOn" from legal_document
      where movement_id = ${movementId} order by issued_on desc, id desc`,
  );

/** Refuses a document of another movement than that of the cycle, beside the field `documentId`. */
export async function checkBasis(tx: WriteDb, cycleId: number, documentId: number | undefined): Promise<void> {
  if (documentId === undefined) return;
  const known = await rowsOf(
    asRead(tx),
    sql<object>`select from legal_document d join cycle c on c.movement_id = d.movement_id where d.id = ${documentId} and c.id = ${cycleId}`,
  );
  if (known.length === 0)
    refuse('invalid', 'form.invalid', { fields: { documentId: { code: 'movement.document_missing' } } });
}
