import { currentCycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import { dayBefore } from '#modules/organisations/reorganisation/rules-days.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import type { By, Group, Report } from '../rules.ts';
import { choicesOf, inOrder, partsOf } from '../rules-place.ts';
import { inAskedOrder } from '../rules-sort.ts';
import type { FiguresAddress } from '../schema.ts';
import { figuresIn } from './queries.ts';

/** What the page of figures shows, and what its filters offer. */
export interface FiguresPage {
  report: Report;
  by: By;
  /** The ways in which this place can be divided. */
  bys: By[];
  groups: Group[];
  fields: Group[];
  cycles: { code: string; year: number }[];
  levels: Level[];
  units: { id: number; name: string }[];
  /** The days on whose trees other views can stand: today, and the last one before each change of units; none when nothing has changed. */
  days: string[];
}

/** The figures that an address asks for, by default those of the cycle in which work is done on `today`; null while there is no cycle. Three queries, four in another view. */
export async function figuresPage(
  db: ReadDb,
  scope: Scope,
  asked: FiguresAddress,
  today: string,
  language: Language,
): Promise<FiguresPage | null> {
  const cycles = await listCycles(db);
  const running = currentCycle(cycles, today);
  if (!running) return null;
  // A year's code is its movement's alone: of two that share it, the one of the movement in which work is done is meant.
  const of = cycles.filter((each) => each.code === (asked.cycle ?? running.code));
  const cycle = of.find((each) => each.movementId === running.movementId) ?? of[0];
  if (!cycle) refuse('missing', 'figures.cycle_missing', { params: { cycle: asked.cycle ?? '' } });
  const asOf = asked.on ?? today;
  const ask = { cycleId: cycle.id, level: asked.level, unitId: asked.unit, view: asked.view, asOf };
  const bys: By[] = asked.by === undefined || asked.by === 'field' ? ['unit', 'field'] : [asked.by, 'field'];
  const { report, groups, tree, changes } = await figuresIn(db, scope, cycles, ask, bys, language);
  // A unit with nobody under it would be a table of one line.
  const divisible = partsOf(tree, report.place).length > 0;
  const by = asked.by === undefined || (asked.by === 'unit' && !divisible) ? (divisible ? 'unit' : 'field') : asked.by;
  return {
    report,
    by,
    bys: [...(divisible ? (['unit'] as const) : []), 'field', 'national', 'subject', 'level', 'sector'],
    groups: inAskedOrder(groups[by] ?? [], asked.sort),
    fields: groups.field ?? [],
    cycles: cycles.filter((each) => each.movementId === cycle.movementId).map(({ code, year }) => ({ code, year })),
    levels: inOrder(cycle.levels.map((each) => each.level)),
    units: choicesOf(tree, report.place),
    days: report.moved || report.view !== 'then' ? [...new Set([today, ...changes.map(dayBefore)])] : [],
  };
}
