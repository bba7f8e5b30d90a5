import { forwardedBy } from '#modules/decisions/forward/server/queries.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { maySetTargets } from '#modules/movements/target/policy.ts';
import { targetsOf } from '#modules/movements/target/server/queries.ts';
import type { Language } from '#platform/i18n.ts';
import { type Reason, refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import type { Group, Report } from '../../figures/rules.ts';
import { figuresIn } from '../../figures/server/queries.ts';
import { type Progress, progressOf } from '../rules.ts';

/** How far a place and the units under it are with what is asked of them in a year. */
export interface ProgressPage {
  report: Report;
  /** Null where the place is no single unit. */
  own: Progress | null;
  rows: (Progress & { group: Group })[];
  /** Whether the reader sets what is asked of the units under the place. */
  may: true | Reason;
}

/** The targets of a year at a place, the top of the scope unless one is named, with the figures beside them; six queries. */
export async function progressPage(
  db: ReadDb,
  ctx: Context,
  cycleId: number,
  unitId: number | undefined,
  language: Language,
): Promise<ProgressPage> {
  const cycles = await listCycles(db);
  const cycle = cycles.find((each) => each.id === cycleId) ?? refuse('missing', 'refusal.missing');
  const { report, groups } = await figuresIn(db, ctx.scope, cycles, { cycleId, unitId }, ['unit'], language);
  const { place } = report;
  const under = (groups.unit ?? []).filter((group) => group.id !== null && group.id !== place.unitId);
  const units = [...under.map((group) => group.id as number), ...(place.unitId === null ? [] : [place.unitId])];
  const targets = await targetsOf(db, cycle.id, units);
  const forwarded = await forwardedBy(db, ctx, cycle.id, units);
  const progress = (id: number, name: string, figure: { registered: number; recognised: number }) =>
    progressOf({ id, name }, figure, targets.get(id), forwarded.get(id) ?? 0);
  return {
    report,
    own: place.unitId === null ? null : progress(place.unitId, place.name, report),
    rows: under.map((group) => ({ ...progress(group.id as number, group.label, group), group })),
    may: place.unitId === null ? { code: 'target.only_superior' } : maySetTargets(ctx.actor, { unitId: place.unitId }),
  };
}
