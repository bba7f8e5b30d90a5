import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { keptModel } from '../../upkeep/server/queries.ts';
import { mayClaim, mayTakeBack, mayVerify } from '../policy.ts';
import { ClaimResult, SettleResult } from '../schema.ts';
import { insertResult, resultForUpdate, settleResult } from './store.ts';

/** Tells what a model has brought about in a cycle. */
export const claimResult = action({
  name: 'result.claim',
  input: ClaimResult,
  subject: (tx, _scope, input, ctx) => keptModel(asRead(tx), ctx, input.initiativeId),
  allow: (actor, model) => mayClaim(actor, model.registration),
  async run({ tx, ctx }, _model, input): Promise<{ id: number }> {
    const id = await insertResult(tx, ctx, input);
    return id === undefined
      ? refuse('invalid', 'form.invalid', { fields: { cycleId: { code: 'result.cycle.missing' } } })
      : { id };
  },
  audit: (model, { id }, { initiativeId, ...told }) => ({
    subjectKind: 'initiative',
    subjectId: initiativeId,
    unitId: model.registration.keeperUnitId,
    after: { resultId: id, ...told },
  }),
});

/** An office has seen that it is so. */
export const verifyResult = action({
  name: 'result.verify',
  input: SettleResult,
  subject: (tx, _scope, input, ctx) => resultForUpdate(tx, ctx, input),
  allow: (actor, result) => mayVerify(actor, result.registration, result),
  run: ({ tx, ctx }, { id }, { note }) => settleResult(tx, ctx, id, { state: 'verified', note }),
  audit: (result, _done, { initiativeId, note }) => ({
    subjectKind: 'initiative',
    subjectId: initiativeId,
    unitId: result.registration.keeperUnitId,
    after: { resultId: result.id, state: 'verified', note },
  }),
});

/** Takes out of every sum what was told wrongly; it stays to be read, with why. */
export const takeBackResult = action({
  name: 'result.take_back',
  input: SettleResult,
  subject: (tx, _scope, input, ctx) => resultForUpdate(tx, ctx, input),
  allow: (actor, result) => mayTakeBack(actor, result.registration, result),
  async run({ tx, ctx }, { id }, { note }): Promise<void> {
    if (note === '') refuse('invalid', 'form.invalid', { fields: { note: { code: 'registration.reason.missing' } } });
    await settleResult(tx, ctx, id, { state: 'taken_back', note });
  },
  audit: (result, _done, { initiativeId, note }) => ({
    subjectKind: 'initiative',
    subjectId: initiativeId,
    unitId: result.registration.keeperUnitId,
    before: { state: result.state },
    after: { resultId: result.id, state: 'taken_back', note },
  }),
});
