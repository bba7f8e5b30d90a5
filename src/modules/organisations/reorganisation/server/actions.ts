import { refuse } from '#platform/refusal.ts';
import { action } from '#platform/server/action.ts';
import { asRead } from '#platform/server/db.ts';
import { unitsOn } from '../../unit/server/queries.ts';
import { mayReorganise } from '../policy.ts';
import { type Plan, problemsOf } from '../rules.ts';
import { dayBefore } from '../rules-days.ts';
import { OneReorganisation, ReorganiseUnits } from '../schema.ts';
import { levelsOfKinds, type ReorganisationCounts } from './queries.ts';
import {
  changedSince,
  createdBy,
  insertReorganisation,
  lockUnits,
  reorganisationForUpdate,
  restingActs,
  unwritePlan,
  writePlan,
} from './store.ts';

export interface Reorganised {
  id: number;
  counts: ReorganisationCounts;
  /** The new units' ids by their keys in the plan. */
  made: [key: string, id: number][];
}

/** Changes the units as a resolution says, on its day. What people keep and are offered is the caller's (people/transition). */
export const reorganiseUnits = action({
  name: 'reorganisation.units',
  input: ReorganiseUnits,
  async subject(tx) {
    await lockUnits(tx);
    return {};
  },
  allow: (actor) => mayReorganise(actor),
  async run({ tx, ctx }, _subject, { resolution, issuedOn, plan }): Promise<Reorganised> {
    const standing = await unitsOn(asRead(tx), dayBefore(plan.effectiveOn));
    const [problem] = problemsOf(plan, standing, await levelsOfKinds(asRead(tx)));
    if (problem) refuse('invalid', problem.code, { params: problem.params });
    const touched = [...plan.ended, ...plan.changed.map((each) => each.unitId)];
    const newer = await changedSince(tx, touched, plan.effectiveOn);
    if (newer.length > 0)
      refuse('conflict', 'reorganisation.newer', {
        params: { count: newer.length, names: newer.slice(0, 5).join(', ') },
      });
    const counts = countsOf(plan);
    const id = await insertReorganisation(tx, ctx, { resolution, issuedOn: issuedOn ?? null, plan, counts });
    const made = await writePlan(tx, ctx, id, plan);
    return { id, counts, made: [...made] };
  },
  audit: (_subject, { id, counts }, { resolution, plan }) => ({
    subjectKind: 'reorganisation',
    subjectId: id,
    after: { resolution, effectiveOn: plan.effectiveOn, ...counts },
  }),
});

function countsOf({ ended, created, changed }: Plan): ReorganisationCounts {
  const renamed = changed.filter(({ name, kind, code }) => [name, kind, code].some((each) => each !== undefined));
  return { ended: ended.length, created: created.length, renamed: renamed.length };
}

/** Takes an act back while nothing newer rests on it; what rests on its new units in other modules the database itself refuses. */
export const restoreUnits = action({
  name: 'reorganisation.restore_units',
  input: OneReorganisation,
  async subject(tx, _scope, { id }) {
    await lockUnits(tx);
    return reorganisationForUpdate(tx, id);
  },
  allow: (actor) => mayReorganise(actor),
  async run({ tx, ctx }, act): Promise<{ id: number }> {
    if (act.state === 'undone') refuse('conflict', 'reorganisation.undone_already');
    const later = await restingActs(tx, act.id);
    if (later.length > 0) refuse('conflict', 'reorganisation.resting_acts', { params: { acts: later.join(', ') } });
    await unwritePlan(tx, ctx, act, await createdBy(tx, act.id));
    return { id: act.id };
  },
  audit: ({ id, resolution }) => ({
    subjectKind: 'reorganisation',
    subjectId: id,
    before: { resolution, state: 'applied' },
    after: { state: 'undone' },
  }),
});
