import { refuse } from '#platform/refusal.ts';
import type { WriteDb } from '#platform/server/context.ts';

interface NewDocument {
  movementId: number;
  id?: number | undefined;
  title: string;
  number: string;
  issuedOn: string;
}

/** Writes a document, new or known; nothing where the movement has one of this number and day already. */
export async function writeDocument(tx: WriteDb, given: NewDocument): Promise<number | undefined> {
  const { movementId, id } = given;
  const same = await tx
    .selectFrom('legal_document')
    .select('id')
    .where('movement_id', '=', movementId)
    .where('number', '=', given.number)
    .where('issued_on', '=', given.issuedOn)
    .executeTakeFirst();
  if (same && same.id !== id) return undefined;
  const values = { title: given.title, number: given.number, issued_on: given.issuedOn };
  if (id === undefined) {
    const made = tx.insertInto('legal_document').values({ movement_id: movementId, ...values });
    return (await made.returning('id').executeTakeFirstOrThrow()).id;
  }
  const known = tx.updateTable('legal_document').set(values).where('id', '=', id).where('movement_id', '=', movementId);
  return (await known.returning('id').executeTakeFirst())?.id ?? refuse('missing', 'refusal.missing');
}
