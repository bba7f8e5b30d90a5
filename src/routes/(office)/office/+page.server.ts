import { listRegistrations } from '#modules/initiatives/registration/server/queries.ts';
import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { groupDuties } from '#modules/people/duty/rules.ts';
import { figuresIn } from '#modules/reports/figures/server/queries.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';
import { dutiesOf } from '../../../duties.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { ctx, language } = event.locals;
  const today = dayOf(ctx.now);
  const isOffice = ctx.scope.all || ctx.scope.units.length + ctx.scope.sectors.length > 0;
  const duties = (await dutiesOf(ctx)).map((each) => ({ ...each, sinceOn: each.since && dayOf(each.since) }));
  return {
    today,
    isOffice,
    now: ctx.now,
    groups: groupDuties(duties, today),
    report: isOffice ? await loading(event, (db) => figuresOfNow(db, ctx, today, language)) : null,
    own: isOffice ? null : await loading(event, (db) => listRegistrations(db, ctx.scope, {})),
  };
};

/** Figures of the running cycle at its lowest level; none before the first cycle, or where a scope has no place on its tree. */
async function figuresOfNow(db: ReadDb, ctx: Context, today: string, language: 'vi' | 'en') {
  const cycles = await listCycles(db);
  const cycle = currentCycle(cycles, today);
  if (!cycle?.levels[0]) return null;
  try {
    const ask = { cycleCode: cycle.code, level: cycle.levels[0].level };
    const { report } = await figuresIn(db, ctx.scope, cycles, ask, [], language);
    return { ...report, running: cycle.levels.some((level) => level.appraiseDueOn >= today) };
  } catch (failure) {
    if (failure instanceof Refusal) return null;
    throw failure;
  }
}
