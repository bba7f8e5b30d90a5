import { recogniseRegistrations } from '#modules/initiatives/registration/server/actions-moves.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { unitById } from '#modules/organisations/unit/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { type Act, action } from '#platform/server/action.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { mayDecide, mayRecordDecision } from '../policy.ts';
import { changedSince, named, type Pick } from '../rules.ts';
import { EnsureDecision, RecogniseBatch } from '../schema.ts';
import { checkHead, refuseNumber, type Standing, sameDecision, standingOf } from './queries-batch.ts';
import { insertDecision, pickedForUpdate } from './store.ts';

/**
 * Recognises a batch: records the decision and names under it every proposed registration that was chosen, set-based and in one
 * transaction. One that is no longer as it was chosen stops the whole and is named; nothing is half recognised.
 */
export const recogniseBatch = action({
  name: 'decision.recognise',
  input: RecogniseBatch,
  subject: (tx, _scope, input, ctx) => standingOf(asRead(tx), ctx, input),
  allow: mayDecide,
  async run(act, standing, { picks, ...head }): Promise<{ id: number; count: number }> {
    await checkHead(asRead(act.tx), act.ctx, standing, head);
    await refuseChanged(act, standing, picks);
    const id = (await insertDecision(act.tx, act.ctx, standing, head)) ?? refuseNumber();
    const ids = picks.map((pick) => pick.id);
    const count = await recogniseRegistrations.within(act, { ids, decisionId: id, number: head.number });
    return { id, count };
  },
  // The rows stand in the audit of the move itself, which is one event for all of them.
  audit: ({ unitId }, { id, count }, { picks: _, ...head }) => ({
    subjectKind: 'decision',
    subjectId: id,
    unitId,
    after: { ...head, count },
  }),
});

/** Locks what was chosen and refuses with the names of what has changed since, or belongs under another decision. */
async function refuseChanged(act: Act, standing: Standing, picks: readonly Pick[]): Promise<void> {
  const ids = picks.map((pick) => pick.id);
  const found = await pickedForUpdate(act.tx, act.ctx, standing, ids);
  const { names, gone } = changedSince(picks, found);
  if (names.length > 0) refuse('conflict', 'decision.changed', { params: named(names) });
  if (gone > 0) refuse('conflict', 'decision.gone', { params: { count: gone } });
  const strangers = found.filter((each) => !each.belongs).map((each) => each.name);
  if (strangers.length > 0) refuse('conflict', 'decision.other_list', { params: named(strangers) });
}

/**
 * The decision of this number and day at a unit, found or recorded; joined by acts that lean on a paper of the past, such as an
 * import of a finished year, which an office above may read in for its whole territory. Only a new one is audited.
 */
export const findOrCreateDecision = action({
  name: 'decision.record',
  input: EnsureDecision,
  async subject(tx, _scope, input, ctx): Promise<(Standing & { path: string }) | undefined> {
    // A paper of the past is of a unit that stood when it was signed, or in the year that it closes, whatever has become of it.
    const cycle = (await listCycles(asRead(tx))).find((each) => each.id === input.cycleId);
    for (const day of [dayOf(ctx.now), input.decidedOn, ...(cycle ? [cycle.referenceDay] : [])]) {
      const standing = await standingOf(asRead(tx), ctx, input, day);
      const unit = standing && (await unitById(asRead(tx), standing.unitId, day));
      if (unit) return { ...standing, path: unit.path };
    }
    return undefined;
  },
  allow: mayRecordDecision,
  async run({ tx, ctx, now }, standing, input): Promise<{ id: number; created: boolean }> {
    if (input.decidedOn > dayOf(now)) {
      refuse('invalid', 'form.invalid', { fields: { decidedOn: { code: 'decision.date.future' } } });
    }
    const found = await sameDecision(asRead(tx), standing, input);
    if (found !== undefined) return { id: found, created: false };
    const made = await insertDecision(tx, ctx, standing, { ...input, signerPost: '' });
    // Another import may have recorded it a moment ago.
    const id = made ?? (await sameDecision(asRead(tx), standing, input)) ?? refuse('missing', 'refusal.missing');
    return { id, created: made !== undefined };
  },
  audit: ({ unitId }, { id, created }, input) =>
    created ? { subjectKind: 'decision', subjectId: id, unitId, after: input } : null,
});
