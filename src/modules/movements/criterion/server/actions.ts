import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { cycleForUpdate } from '../../cycle/server/store.ts';
import { maySetUp } from '../../movement/policy.ts';
import { DropCriterion, SaveCriterion } from '../schema.ts';
import { areInUse, deleteCriterion, writeCriterion } from './store.ts';

/** Writes a criterion of a year, a new one as the last of its kind; not once a model has been judged by that year's. */
export const saveCriterion = action({
  name: 'criterion.save',
  input: SaveCriterion,
  subject: (tx, _scope, { cycleId }) => cycleForUpdate(tx, cycleId),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  async run({ tx }, cycle, input): Promise<{ id: number }> {
    if (await areInUse(tx, cycle.id)) refuse('conflict', 'movement.criteria_in_use');
    return { id: await writeCriterion(tx, { ...input, textEn: input.textEn || input.textVi }) };
  },
  audit: (cycle, { id }, input) => about(cycle, { criterion: id, ...input }),
});

/** Takes a criterion out of a year. */
export const dropCriterion = action({
  name: 'criterion.drop',
  input: DropCriterion,
  subject: (tx, _scope, { cycleId }) => cycleForUpdate(tx, cycleId),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  async run({ tx }, cycle, { id }): Promise<void> {
    if (await areInUse(tx, cycle.id)) refuse('conflict', 'movement.criteria_in_use');
    await deleteCriterion(tx, cycle.id, id);
  },
  audit: (cycle, _nothing, { id }) => about(cycle, { dropped: id }),
});

const about = (cycle: { id: number; unitId: number | null }, after: object) => ({
  subjectKind: 'cycle',
  subjectId: cycle.id,
  ...(cycle.unitId !== null && { unitId: cycle.unitId }),
  after,
});
