import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';
import { Day, line, OptionalId } from '../movement/schema-typed.ts';

export const SaveDocument = z.object({
  movementId: Id,
  id: OptionalId,
  title: line('movement.document_title_missing'),
  number: line('movement.document_number_missing', 100),
  issuedOn: Day,
});

/** What a rule stands on: a document of its movement, and which clause of it. */
export const basis = { documentId: OptionalId, clause: z.string().max(200).transform(nfc).default('') };
