import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { askersOf, mayAnswer, mayAsk, mayWithdraw } from '../policy.ts';
import { type Asker, IN_A_DAY, type Learning } from '../rules.ts';
import { AskToLearn, DeclineLearner, WelcomeLearner, WithdrawLearning } from '../schema.ts';
import { answeredBy, learningById, modelToLearn } from './queries.ts';
import { askedLately, insertLearning, isPast, lockLearning, settleLearning } from './store.ts';

/** Asks those who have a model to show how it is done, for one's own unit or registrant. */
export const askToLearn = action({
  name: 'learning.ask',
  input: AskToLearn,
  subject: (tx, _scope, { model }) => modelToLearn(asRead(tx), model),
  allow: (actor, model, _now, { asker }) => mayAsk(actor, { value: asker }, model),
  async run({ tx, ctx }, model, { asker: value, wish }): Promise<{ id: number }> {
    if ((await askedLately(tx, ctx)) >= IN_A_DAY)
      refuse('too_many', 'learning.too_many', { params: { max: IN_A_DAY } });
    const asker = askersOf(ctx.actor).find((each) => each.value === value) as Asker;
    const id = await insertLearning(tx, ctx, { model, asker, wish });
    return id === undefined ? refuse('conflict', 'learning.asked_before') : { id };
  },
  audit: (model, { id }, { asker, wish }) => ({
    subjectKind: 'initiative',
    subjectId: model.id,
    unitId: model.keeperUnitId,
    after: { learningId: id, asker, wish },
  }),
});

/** A request of either side, locked, with the registration by which its answer is decided. */
async function subject(tx: WriteDb, ctx: Context, id: number) {
  await lockLearning(tx, id);
  const learning = await learningById(asRead(tx), id);
  return learning && { learning, registration: await answeredBy(asRead(tx), ctx, learning) };
}
const entry = ({ learning }: { learning: Learning }, after: object) => ({
  subjectKind: 'initiative',
  subjectId: learning.initiativeId,
  unitId: learning.askerUnitId,
  before: { state: learning.state },
  after: { learningId: learning.id, ...after },
});

/** Names who shows it and the day to come; a later press changes them. */
export const welcomeLearner = action({
  name: 'learning.welcome',
  input: WelcomeLearner,
  subject: (tx, _scope, { id }, ctx) => subject(tx, ctx, id),
  allow: (actor, { learning, registration }) => mayAnswer(actor, learning, registration),
  async run({ tx, ctx, now }, { learning }, { id: _id, ...said }): Promise<void> {
    if (isPast(said.visitOn, now))
      refuse('invalid', 'form.invalid', { fields: { visitOn: { code: 'learning.day_past' } } });
    await settleLearning(tx, ctx, learning.id, { ...said, state: 'welcomed' });
  },
  audit: (found, _done, { id: _id, ...said }) => entry(found, { state: 'welcomed', ...said }),
});

/** Says why nobody can be shown it now. */
export const declineLearner = action({
  name: 'learning.decline',
  input: DeclineLearner,
  subject: (tx, _scope, { id }, ctx) => subject(tx, ctx, id),
  allow: (actor, { learning, registration }) => mayAnswer(actor, learning, registration),
  run: ({ tx, ctx }, { learning }, { reason }) =>
    settleLearning(tx, ctx, learning.id, { state: 'declined', answer: reason, visitOn: null }),
  audit: (found, _done, { reason }) => entry(found, { state: 'declined', reason }),
});

/** Who asked takes it back. */
export const withdrawLearning = action({
  name: 'learning.withdraw',
  input: WithdrawLearning,
  subject: (tx, _scope, { id }, ctx) => subject(tx, ctx, id),
  allow: (actor, { learning }) => mayWithdraw(actor, learning),
  run: ({ tx, ctx }, { learning }) => settleLearning(tx, ctx, learning.id, { state: 'withdrawn' }),
  audit: (found) => entry(found, { state: 'withdrawn' }),
});
