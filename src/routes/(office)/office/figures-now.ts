import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { figuresIn } from '#modules/reports/figures/server/queries.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';

/** Figures of the running cycle at its lowest level; none before the first cycle, or where a scope has no place on its tree. */
export async function figuresOfNow(db: ReadDb, ctx: Context, today: string, language: 'vi' | 'en') {
  const cycles = await listCycles(db);
  const cycle = currentCycle(cycles, today);
  if (!cycle?.levels[0]) return null;
  try {
    const ask = { cycleId: cycle.id, level: cycle.levels[0].level };
    const { report } = await figuresIn(db, ctx.scope, cycles, ask, [], language);
    return { ...report, running: cycle.levels.some((level) => level.appraiseDueOn >= today) };
  } catch (failure) {
    if (failure instanceof Refusal) return null;
    throw failure;
  }
}
