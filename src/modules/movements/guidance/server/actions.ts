import { action } from '#platform/server/action.ts';
import { checkBasis } from '../../basis/server/queries.ts';
import { cycleForUpdate } from '../../cycle/server/store.ts';
import { maySetUp } from '../../movement/policy.ts';
import { SaveGuidance } from '../schema.ts';
import { writeGuidance } from './store.ts';

/** Writes what the guidance letter of a year says about a part of the form. */
export const saveGuidance = action({
  name: 'cycle.save_guidance',
  input: SaveGuidance,
  subject: (tx, _scope, { cycleId }) => cycleForUpdate(tx, cycleId),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  async run({ tx }, cycle, input): Promise<void> {
    await checkBasis(tx, cycle.id, input.documentId);
    await writeGuidance(tx, input);
  },
  audit: (cycle, _nothing, input) => ({
    subjectKind: 'cycle',
    subjectId: cycle.id,
    ...(cycle.unitId !== null && { unitId: cycle.unitId }),
    after: input,
  }),
});
