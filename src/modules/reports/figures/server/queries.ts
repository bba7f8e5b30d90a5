import { SUBJECTS } from '#modules/initiatives/registration/rules.ts';
import type { Cycle } from '#modules/movements/cycle/rules.ts';
import { listCycles } from '#modules/movements/cycle/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { unitsAt } from '#modules/organisations/unit/server/queries.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import type { By, Group, Place, Report, View } from '../rules.ts';
import {
  type Cut,
  type Division,
  groupsByDivision,
  groupsByLevel,
  groupsByNational,
  groupsByUnit,
  headOf,
  type Sources,
} from '../rules-groups.ts';
import { inOrder, partsOf, placeOf, subtree, type Tree, topsOf, treeOf, unitsOf } from '../rules-place.ts';
import { wordsOf } from '../rules-words.ts';
import { countRows } from './queries-count.ts';
import { counted } from './queries-counted.ts';
import { namedOn } from './queries-named.ts';

/** Which figures: of a cycle; without a level distinct initiatives; without a unit the whole scope. */
export interface Ask {
  cycleId: number;
  level?: Level | undefined;
  by?: By | undefined;
  unitId?: number | undefined;
  view?: View | undefined;
  /** The day of the tree in the views `now` and `origin`. */
  asOf?: string | undefined;
}

/** A report on one cycle, and the same divided in each way that was asked for. */
export interface Figures {
  report: Report;
  groups: Partial<Record<By, Group[]>>;
  cycle: Cycle;
  tree: Tree;
  /** The days on which units have changed, the latest first. */
  changes: string[];
}

/**
 * Registered, recognised, rate and change of a place, as then unless another view is asked for. At most three queries, four in
 * another view.
 * Refuses (404) a cycle, a level or a unit that is not there, and a unit of which any part lies outside the scope.
 */
export async function figures(db: ReadDb, scope: Scope, ask: Ask, language: Language = 'vi'): Promise<Report> {
  const { report, groups } = await figuresIn(db, scope, await listCycles(db), ask, ask.by ? [ask.by] : [], language);
  return { ...report, groups: ask.by ? (groups[ask.by] ?? []) : [] };
}

/** As `figures`, for cycles that were read already, divided in several ways at once. */
export async function figuresIn(
  db: ReadDb,
  scope: Scope,
  cycles: readonly Cycle[],
  ask: Omit<Ask, 'by'>,
  bys: readonly By[],
  language: Language,
): Promise<Figures> {
  const { cycle, compared, level } = cyclesOf(cycles, ask);
  const view = ask.view ?? 'then';
  const day = view === 'then' ? cycle.referenceDay : (ask.asOf ?? cycle.referenceDay);
  // In another view than as then, what is counted at one unit may belong to another of the tree.
  const at = view === 'then' ? null : await unitsAt(db, day);
  const named = await namedOn(
    db,
    scope,
    day,
    compared && (view === 'then' ? compared.referenceDay : day),
    cycle.movementId,
    language,
  );
  const tree = treeOf(named.standing);
  const treeThen = compared && treeOf(named.stood);
  const place = placeOf(tree, ask.unitId);
  if (!place) refuse('missing', ask.unitId === undefined ? 'figures.no_scope' : 'figures.unit_missing');

  // Of several provinces one is meant: what the scope holds is then more than the place.
  const whole = ask.unitId === undefined && topsOf(tree).length <= 1;
  const cuts = new Set(
    bys.flatMap((by): Cut[] => (by === 'national' ? ['field'] : by === 'unit' || by === 'level' ? [] : [by])),
  );
  const rows = await countRows(db, scope, {
    cycles: [
      { id: cycle.id, inside: whole ? null : countedAt(unitsOf(tree, place), at) },
      ...(compared && treeThen
        ? [{ id: compared.id, inside: whole ? null : countedAt(unitsOf(treeThen, place), at) }]
        : []),
    ],
    levels: [level ?? 'any', ...(bys.includes('level') ? cycle.levels.map((each) => each.level) : [])],
    cuts: [...cuts],
    units: whole ? null : countedAt(neededUnits(tree, treeThen, place), at),
    view,
  });
  const ofCycle = (of: Cycle) => rows.filter((row) => row.cycleId === of.id);
  const t = wordsOf(language);
  const sources: Sources = {
    now: counted(ofCycle(cycle), tree, place, whole, level, at),
    before: compared && treeThen ? counted(ofCycle(compared), treeThen, place, whole, level, at) : null,
    place,
    level,
    words: {
      own: (name) => t('figures.group.own', { name }),
      elsewhere: t(`figures.group.${at ? 'undetermined' : 'elsewhere'}`),
    },
  };
  const groups: Figures['groups'] = {};
  for (const by of bys) {
    if (by === 'unit') groups[by] = groupsByUnit(sources);
    else if (by === 'level') groups[by] = groupsByLevel(sources, levelsOf(cycle, compared, level, t));
    else if (by === 'national') {
      const fields = named.divisions.filter((each) => each.by === 'field');
      groups[by] = groupsByNational(sources, fields, (national) => t(`movement.national.${national ?? 'unsaid'}`));
    } else
      groups[by] = groupsByDivision(sources, by, by === 'subject' ? subjects(t) : withNone(by, named.divisions, t));
  }
  // Today's tree is another than those that these figures stand on.
  const since = compared && view === 'then' ? compared.referenceDay : day;
  const moved = named.changes.some((change) => change > since);
  const report = headOf(cycle, compared, sources, { view, asOf: day, moved });
  return { report, groups, cycle, tree, changes: named.changes };
}

/** The units under which something is counted that belongs to one of these on the tree. */
function countedAt(units: readonly number[], at: ReadonlyMap<number, number | null> | null): number[] {
  if (!at) return [...units];
  const wanted = new Set(units);
  return [...at].flatMap(([id, place]) => (place !== null && wanted.has(place) ? [id] : []));
}

/** The cycle that is asked for, and the one of the year before if it knows the level too. */
function cyclesOf(cycles: readonly Cycle[], ask: Omit<Ask, 'by'>) {
  const cycle = cycles.find((each) => each.id === ask.cycleId);
  if (!cycle) refuse('missing', 'figures.cycle_missing', { params: { cycle: ask.cycleId } });
  const level = ask.level ?? null;
  if (!hasLevel(cycle, level)) refuse('missing', 'figures.level_missing', { params: { cycle: cycle.code } });
  const before = cycles.find((each) => each.movementId === cycle.movementId && each.year === cycle.year - 1);
  return { cycle, compared: before && hasLevel(before, level) ? before : null, level };
}

const hasLevel = (cycle: Cycle, level: Level | null) =>
  level === null || cycle.levels.some((each) => each.level === level);

function levelsOf(cycle: Cycle, compared: Cycle | null, chosen: Level | null, t: Translate) {
  const levels = inOrder(cycle.levels.map((each) => each.level)).filter((each) => chosen === null || each === chosen);
  return levels.map((level) => ({
    level,
    label: t(`figures.level.${level}`),
    stood: compared !== null && hasLevel(compared, level),
  }));
}

const subjects = (t: Translate): Division[] =>
  SUBJECTS.map((key) => ({ key, code: key, id: null, label: t(`figures.subject.${key}`) }));

function withNone(by: Cut, divisions: readonly (Division & { by: Cut })[], t: Translate): Division[] {
  const mine: Division[] = divisions.filter((each) => each.by === by);
  if (by !== 'sector') return mine;
  return [...mine, { key: null, code: 'none', id: null, label: t('figures.group.no_sector') }];
}

/** A part that stood elsewhere the year before is compared with itself, wherever it stood. */
function neededUnits(tree: Tree, treeThen: Tree | null, place: Place): number[] {
  const needed = new Set(unitsOf(tree, place));
  if (treeThen) {
    for (const id of unitsOf(treeThen, place)) needed.add(id);
    for (const part of partsOf(tree, place)) for (const id of subtree(treeThen, part.id)) needed.add(id);
  }
  return [...needed];
}
