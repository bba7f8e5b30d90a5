import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { maySetUp } from '../../movement/policy.ts';
import { movementForUpdate } from '../../movement/server/store.ts';
import { SaveDocument } from '../schema.ts';
import { writeDocument } from './store.ts';

/** Writes a document that rules of a movement stand on. */
export const saveDocument = action({
  name: 'movement.save_document',
  input: SaveDocument,
  subject: (tx, _scope, { movementId }) => movementForUpdate(tx, movementId),
  allow: (actor, movement) => maySetUp(actor, movement),
  async run({ tx }, _movement, input): Promise<{ id: number }> {
    const id = await writeDocument(tx, input);
    if (id !== undefined) return { id };
    return refuse('invalid', 'form.invalid', { fields: { number: { code: 'movement.document_taken' } } });
  },
  audit: ({ id, unitId }, document, input) => ({
    subjectKind: 'movement',
    subjectId: id,
    ...(unitId !== null && { unitId }),
    after: { document: document.id, ...input },
  }),
});
