import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { type Context, dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import { prepared, type Sent } from '../../attachment/server/actions-prepare.ts';
import { mayLaunch, mayOpen, openingUnits } from '../policy.ts';
import { LaunchCycle, OpenLaunch, TakeBackLaunch } from '../schema.ts';
import { launchById } from './queries.ts';
import { insertLaunch, insertOpenings, markTakenBack, unitWithOthers } from './store.ts';

/** Sends a year of a movement with its papers to every unit under one; answers how many stand there today. */
const launchCycle = action({
  name: 'launch.send',
  input: LaunchCycle,
  async subject(tx, _scope, { cycleId, unitId }, ctx) {
    const cycle = (await listCycles(asRead(tx))).find((each) => each.id === cycleId);
    const unit = cycle && (await unitWithOthers(tx, unitId, dayOf(ctx.now)));
    return unit && { unitId, under: unit.under };
  },
  allow: (actor, sender) => mayLaunch(actor, sender),
  async run({ tx, ctx }, { under }, input): Promise<{ id: number; under: number }> {
    if (under === 0) refuse('conflict', 'launch.nobody_under');
    return { id: await insertLaunch(tx, ctx, input), under };
  },
  audit: ({ unitId }, { id, under }, { files, ...input }) => ({
    subjectKind: 'launch',
    subjectId: id,
    unitId,
    after: { ...input, under, files: files.map(({ name, type, bytes }) => ({ name, type, size: bytes.byteLength })) },
  }),
});

/** What the form sends: who may not is told before anything is looked into, then each paper is checked and cleaned. */
export async function launch(
  ctx: Context,
  { files, ...input }: { cycleId: number; unitId: number; title: string; words: string; files: readonly Sent[] },
  key?: string,
): Promise<{ id: number; under: number }> {
  const may = mayLaunch(ctx.actor, input);
  if (may !== true) refuse('forbidden', may.code);
  const sent = files.filter(({ bytes, name }) => bytes.byteLength > 0 || name !== '');
  const papers = sent.length === 0 ? [] : await prepared(sent, false);
  return launchCycle(ctx, { ...input, files: papers }, key ? { key } : {});
}

/** Opens what was launched from above, for the units at which the person serves; only the first time goes on record. */
export const openLaunch = action({
  name: 'launch.open',
  input: OpenLaunch,
  subject: (tx, _scope, { id }, ctx) => launchById(asRead(tx), ctx, id),
  allow: (actor, sent) => mayOpen(actor, sent),
  async run({ tx, ctx }, sent): Promise<{ units: number[] }> {
    if (sent.takenBackAt) refuse('conflict', 'launch.taken_back');
    return { units: await insertOpenings(tx, ctx, sent.id, openingUnits(ctx.actor, sent)) };
  },
  audit: ({ id }, { units }) =>
    units[0] === undefined ? null : { subjectKind: 'launch', subjectId: id, unitId: units[0], after: { units } },
});

/** Takes back what was sent by mistake: it is read no more, and stays on record with the reason. */
export const takeBackLaunch = action({
  name: 'launch.take_back',
  input: TakeBackLaunch,
  subject: (tx, _scope, { id }, ctx) => launchById(asRead(tx), ctx, id),
  allow: (actor, sent) => mayLaunch(actor, sent),
  async run({ tx, ctx }, sent, { reason }): Promise<void> {
    if (!(await markTakenBack(tx, ctx, sent.id, reason))) refuse('conflict', 'launch.taken_back');
  },
  audit: ({ id, unitId, title }, _nothing, { reason }) => ({
    subjectKind: 'launch',
    subjectId: id,
    unitId,
    before: { title },
    after: { reason },
  }),
});
