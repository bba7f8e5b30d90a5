import { mayPutForward } from '#modules/initiatives/registration/policy-forward.ts';
import { forwardRegistrations } from '#modules/initiatives/registration/server/actions-forward.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { standingOf } from '../../decision/server/queries-batch.ts';
import { nextLevel, placesLeft } from '../rules.ts';
import { PutForward } from '../schema.ts';
import { listBest, listForwarded } from './queries.ts';
import { lockQuota } from './store.ts';

/**
 * Puts models that a unit has recognised forward to the next level of the year, within what the unit above allows: each becomes a
 * registration there, of the same model. Beyond the quota nothing is put forward.
 */
export const putForward = action({
  name: 'decision.put_forward',
  input: PutForward,
  subject: (tx, _scope, input, ctx) => standingOf(asRead(tx), ctx, input),
  allow: (actor, { unitId }) => mayPutForward(actor, { responsibleUnitId: unitId }),
  async run(act, standing, { ids, reason }): Promise<{ count: number }> {
    const { tx, ctx } = act;
    const cycle = (await listCycles(asRead(tx))).find((each) => each.id === standing.cycleId);
    const next =
      cycle &&
      nextLevel(
        cycle.levels.map((each) => each.level),
        standing.level,
      );
    if (!next) refuse('conflict', 'forward.no_level');
    const most = await lockQuota(tx, standing.cycleId, standing.unitId);
    const left = placesLeft(most, await listForwarded(asRead(tx), ctx, standing));
    const wanted = new Set(ids).size;
    if (most !== null && left !== null && wanted > left)
      refuse('conflict', 'forward.beyond_quota', { params: { most, left, count: wanted } });
    // What is not among the unit's own at this level and in this year is nobody's to put forward from here.
    const best = new Set((await listBest(asRead(tx), ctx, standing, next)).map((each) => each.id));
    if (ids.some((id) => !best.has(id))) refuse('conflict', 'forward.changed');
    const made = await forwardRegistrations.within(act, { ids, level: next, reason });
    return { count: made.length };
  },
  audit: ({ cycleId, unitId, level }, { count }, { ids, reason }) => ({
    subjectKind: 'cycle',
    subjectId: cycleId,
    unitId,
    after: { level, ids, reason, count },
  }),
});
