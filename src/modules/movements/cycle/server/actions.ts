import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { checkBasis } from '../../basis/server/queries.ts';
import { maySetUp } from '../../movement/policy.ts';
import { movementForUpdate } from '../../movement/server/store.ts';
import { AddCycle, SaveCycle } from '../schema.ts';
import { cycleForUpdate, insertCycle, writeCycle } from './store.ts';

/** A new year of a movement, usually a copy of the last with its days moved. */
export const addCycle = action({
  name: 'cycle.add',
  input: AddCycle,
  subject: (tx, _scope, { movementId }) => movementForUpdate(tx, movementId),
  allow: (actor, movement) => maySetUp(actor, movement),
  async run({ tx }, _movement, input): Promise<{ id: number }> {
    const id = await insertCycle(tx, input);
    return id === undefined ? wrong('year', 'movement.year_taken') : { id };
  },
  audit: ({ unitId }, { id }, input) => ({
    subjectKind: 'cycle',
    subjectId: id,
    ...(unitId !== null && { unitId }),
    after: input,
  }),
});

/** A year's windows at each level, who judges and recognises there, and the document that says so. */
export const saveCycle = action({
  name: 'cycle.save',
  input: SaveCycle,
  subject: (tx, _scope, { id }) => cycleForUpdate(tx, id),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  async run({ tx }, _cycle, input): Promise<void> {
    const early = input.levels.find((each) => each.registerDueOn < input.opensOn);
    if (early) wrong(`levels.${input.levels.indexOf(early)}.registerDueOn`, 'movement.due_before_open');
    await checkBasis(tx, input.id, input.documentId);
    const held = await writeCycle(tx, input);
    if (held) refuse('conflict', 'movement.level_in_use', { params: { level: held } });
  },
  audit: (cycle, _nothing, input) => ({
    subjectKind: 'cycle',
    subjectId: cycle.id,
    ...(cycle.unitId !== null && { unitId: cycle.unitId }),
    before: cycle,
    after: input,
  }),
});

function wrong(field: string, code: string): never {
  return refuse('invalid', 'form.invalid', { fields: { [field]: { code } } });
}
