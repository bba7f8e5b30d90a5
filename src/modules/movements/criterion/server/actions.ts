import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { checkBasis } from '../../basis/server/queries.ts';
import { cycleForUpdate } from '../../cycle/server/store.ts';
import { mayAsk } from '../policy.ts';
import { DropCriterion, SaveCriterion } from '../schema.ts';
import { areInUse, deleteCriterion, writeCriterion } from './store.ts';

/** Writes a criterion of a year or of a unit's additions, a new one as the last of its kind; not once a model has been judged by them. */
export const saveCriterion = action({
  name: 'criterion.save',
  input: SaveCriterion,
  subject: (tx, _scope, { cycleId }) => cycleForUpdate(tx, cycleId),
  allow: (actor, cycle, _now, { unitId }) => mayAsk(actor, cycle, unitId),
  async run({ tx }, cycle, input): Promise<{ id: number }> {
    await checkBasis(tx, cycle.id, input.documentId);
    if (await areInUse(tx, cycle.id, input.unitId)) refuse('conflict', 'movement.criteria_in_use');
    return { id: await writeCriterion(tx, { ...input, textEn: input.textEn || input.textVi }) };
  },
  audit: (cycle, { id }, input) =>
    about({ ...cycle, unitId: input.unitId ?? cycle.unitId }, { criterion: id, ...input }),
});

/** Takes a criterion out of a year. */
export const dropCriterion = action({
  name: 'criterion.drop',
  input: DropCriterion,
  subject: (tx, _scope, { cycleId }) => cycleForUpdate(tx, cycleId),
  allow: (actor, cycle, _now, { unitId }) => mayAsk(actor, cycle, unitId),
  async run({ tx }, cycle, { id, unitId }): Promise<void> {
    if (await areInUse(tx, cycle.id, unitId)) refuse('conflict', 'movement.criteria_in_use');
    await deleteCriterion(tx, cycle.id, unitId ?? null, id);
  },
  audit: (cycle, _nothing, { id, unitId }) => about({ ...cycle, unitId: unitId ?? cycle.unitId }, { dropped: id }),
});

const about = (cycle: { id: number; unitId: number | null }, after: object) => ({
  subjectKind: 'cycle',
  subjectId: cycle.id,
  ...(cycle.unitId !== null && { unitId: cycle.unitId }),
  after,
});
