import { checkBasis } from '#modules/movements/basis/server/queries.ts';
import { maySetUp } from '#modules/movements/movement/policy.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { DropReviewRule, SaveReviewRule } from '../schema.ts';
import { deleteRule, levelForUpdate, writeRule } from './store-rules.ts';

const about = ({ cycleId, unitId }: { cycleId: number; unitId: number | null }, after: object) => ({
  subjectKind: 'cycle',
  subjectId: cycleId,
  ...(unitId !== null && { unitId }),
  after,
});

/** Lets teams score at a level of a year, and says by what rule; a level without one is judged by verdict alone, as ever. */
export const saveReviewRule = action({
  name: 'review.save_rule',
  input: SaveReviewRule,
  subject: (tx, _scope, { cycleId, level }) => levelForUpdate(tx, cycleId, level),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  async run({ tx }, cycle, input): Promise<void> {
    await checkBasis(tx, cycle.cycleId, input.documentId);
    await writeRule(tx, input);
  },
  audit: (cycle, _nothing, input) => about(cycle, input),
});

/** Takes scoring back from a level where no team stands yet. */
export const dropReviewRule = action({
  name: 'review.drop_rule',
  input: DropReviewRule,
  subject: (tx, _scope, { cycleId, level }) => levelForUpdate(tx, cycleId, level),
  allow: (actor, cycle) => maySetUp(actor, cycle),
  async run({ tx }, _cycle, { cycleId, level }): Promise<void> {
    if (!(await deleteRule(tx, cycleId, level))) refuse('conflict', 'review.rule_in_use');
  },
  audit: (cycle, _nothing, input) => about(cycle, input),
});
