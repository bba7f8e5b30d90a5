import type { Cycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import type { Level, Unit } from '#modules/organisations/unit/rules.ts';
import { topsUnder } from '#modules/organisations/unit/rules-tree.ts';
import { formerUnits, unitById, unitsOn } from '#modules/organisations/unit/server/queries.ts';
import { type Reason, Refusal, refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import type { RegisterList } from '../rules-read.ts';
import { previewRegister } from './queries.ts';

/** The office whose list it is, as it stood in the list's year, whatever has become of it. */
export async function officeOf(
  db: ReadDb,
  { cycleId, unitId }: { cycleId: number; unitId: number },
): Promise<Unit | undefined> {
  const cycle = (await listCycles(db)).find((each) => each.id === cycleId);
  return cycle && unitById(db, unitId, cycle.referenceDay);
}

/** A list's cycle, and whose list it may be: one office, or several of that year that became one. */
export interface Place {
  cycle: Cycle;
  offices: [Unit, ...Unit[]];
}

/**
 * Where a list belongs that somebody sends for a unit: the unit itself where it stood in the list's year, else those of that year
 * that became it, without what hung under them. Refuses a cycle that is not there, a level that it does not have, and a unit that
 * nothing of that year became, each at its field.
 */
export async function placeFor(
  db: ReadDb,
  ctx: Context,
  { cycleId, level, unitId }: { cycleId: number; level: Level; unitId: number },
): Promise<Place> {
  const cycles = await listCycles(db);
  const cycle = cycles.find((each) => each.id === cycleId) ?? refuseAt('cycleId', { code: 'register.cycle.missing' });
  if (!cycle.levels.some((each) => each.level === level))
    refuseAt('level', { code: 'register.level_unknown', params: { cycle: cycle.code } });
  const then = await unitsOn(db, cycle.referenceDay);
  const itself = then.find((unit) => unit.id === unitId);
  if (itself) return { cycle, offices: [itself] };
  const today = await unitById(db, unitId, dayOf(ctx.now));
  const [first, ...others] = today ? topsUnder(then, today.path) : [];
  if (first) return { cycle, offices: [first, ...others] };
  const days = cycles.map((each) => each.referenceDay);
  const known = today ?? (await formerUnits(db, days, cycle.referenceDay)).find((unit) => unit.id === unitId);
  refuseAt('unitId', { code: known ? 'register.unit_not_then' : 'register.unit.missing' });
}

/** Refuses at a field of the form. */
export function refuseAt(field: string, reason: Reason): never {
  refuse('invalid', 'form.invalid', { fields: { [field]: reason } });
}

/** Of offices the one under which most rows of a list are good; undefined where that tells none apart: to guess would count models elsewhere. All by their ids. */
export async function likeliestOffice(
  db: ReadDb,
  list: RegisterList,
  place: { cycle: Cycle; level: Level },
  offices: readonly number[],
): Promise<number | undefined> {
  if (offices.length === 1) return offices[0];
  const good: number[] = [];
  for (const unitId of offices) good.push(await goodRows(db, list, { ...place, unitId, decided: false }));
  const most = Math.max(...good);
  const [likeliest, ...others] = offices.filter((_, at) => good[at] === most);
  return others.length === 0 ? likeliest : undefined;
}

/** A list that cannot be read as it stands is for a person to put right, whosever it is. */
async function goodRows(...[db, list, place]: Parameters<typeof previewRegister>): Promise<number> {
  try {
    return (await previewRegister(db, list, place)).counts.valid;
  } catch (failure) {
    if (failure instanceof Refusal) return 0;
    throw failure;
  }
}
