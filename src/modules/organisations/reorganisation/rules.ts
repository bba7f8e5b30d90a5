import { LEVELS, type Level, type Unit } from '../unit/rules.ts';

/** A unit that stands already, by its id, or one that the act creates, by its key in the plan. */
export type UnitRef = number | string;
export type Share = 'whole' | 'part';

export interface CreatedUnit {
  key: string;
  name: string;
  kind: string;
  code: string | null;
  parent: UnitRef | null;
}

/** What is new about a unit that goes on; what is left out stays as it was. */
export interface ChangedUnit {
  unitId: number;
  name?: string | undefined;
  kind?: string | undefined;
  code?: string | null | undefined;
  parent?: UnitRef | null | undefined;
}

export interface Succession {
  from: number;
  to: UnitRef;
  share: Share;
}

/** What one resolution does to the units on its day; the day is the first on which it holds (`yyyy-mm-dd`). */
export interface Plan {
  effectiveOn: string;
  created: CreatedUnit[];
  ended: number[];
  changed: ChangedUnit[];
  successions: Succession[];
}

export interface PlanProblem {
  code: `reorganisation.problem.${'empty' | 'not_standing' | 'twice' | 'code_taken' | 'code_doubled' | 'orphan' | 'loop' | 'roots' | 'kind_unknown' | 'part_alone' | 'whole_twice' | 'successor_ended'}`;
  params: Record<string, string | number>;
  /** The units that it is about. */
  refs: UnitRef[];
}

/** Everything that forbids a plan on the tree of the day before; none when it may be applied. */
export function problemsOf(plan: Plan, standing: readonly Unit[], levelOf: ReadonlyMap<string, Level>): PlanProblem[] {
  const units = new Map(standing.map((unit) => [unit.id, unit]));
  const ended = new Set(plan.ended);
  const named = (id: number) => units.get(id)?.name ?? String(id);
  const problems: PlanProblem[] = [];
  const tell = (what: string, refs: UnitRef[] = [], params: PlanProblem['params'] = {}) =>
    problems.push({ code: `reorganisation.problem.${what}` as PlanProblem['code'], params, refs });

  const touched = [...plan.ended, ...plan.changed.map((each) => each.unitId)];
  if (touched.length + plan.created.length === 0) tell('empty');
  for (const id of new Set([...touched, ...plan.successions.map((each) => each.from)]))
    if (!units.has(id)) tell('not_standing', [id], { unit: id });
  for (const id of repeated(touched)) tell('twice', [id], { name: named(id) });
  for (const { key, name, kind } of plan.created) if (!levelOf.has(kind)) tell('kind_unknown', [key], { name, kind });
  for (const { unitId, kind } of plan.changed)
    if (kind !== undefined && !levelOf.has(kind)) tell('kind_unknown', [unitId], { name: named(unitId), kind });

  const after = treeAfter(plan, standing);
  for (const [code, holders] of Map.groupBy(after.values(), ({ code }) => code))
    if (code !== null && holders.length > 1)
      tell(
        holders.some(({ ref }) => typeof ref === 'number') ? 'code_taken' : 'code_doubled',
        holders.map(({ ref }) => ref).reverse(),
        { code, names: holders.map(({ name }) => name).join(', ') },
      );
  for (const { ref, name, parent } of after.values())
    if (parent !== null && !after.has(parent))
      tell('orphan', [ref, parent], { name, parent: nameOf(parent, units, plan) });
  for (const unit of after.values()) if (isInLoop(unit, after)) tell('loop', [unit.ref], { name: unit.name });
  const roots = [...after.values()].filter(({ parent }) => parent === null);
  if (roots.length > Math.max(1, standing.filter(({ parentId }) => parentId === null).length))
    tell('roots', roots.map(({ ref }) => ref).reverse(), { names: roots.map(({ name }) => name).join(', ') });

  for (const [from, successions] of Map.groupBy(plan.successions, (each) => each.from)) {
    const whole = successions.filter(({ share }) => share === 'whole').length;
    if (whole > 1 || (whole === 1 && successions.length > 1)) tell('whole_twice', [from], { name: named(from) });
    if (whole === 0 && ended.has(from) && successions.length === 1) tell('part_alone', [from], { name: named(from) });
  }
  for (const { to } of plan.successions)
    if (typeof to === 'number' && ended.has(to)) tell('successor_ended', [to], { name: named(to) });
  return problems;
}

interface UnitAfter {
  ref: UnitRef;
  name: string;
  code: string | null;
  parent: UnitRef | null;
}

/** The tree as the plan leaves it. */
export function treeAfter(plan: Plan, standing: readonly Unit[]): Map<UnitRef, UnitAfter> {
  const ended = new Set(plan.ended);
  const changes = new Map(plan.changed.map((each) => [each.unitId, each]));
  const after = new Map<UnitRef, UnitAfter>();
  for (const { id, name, code, parentId } of standing) {
    if (ended.has(id)) continue;
    const change = changes.get(id);
    after.set(id, {
      ref: id,
      name: change?.name ?? name,
      code: change?.code === undefined ? code : change.code,
      parent: change?.parent === undefined ? parentId : change.parent,
    });
  }
  for (const { key, name, code, parent } of plan.created) after.set(key, { ref: key, name, code, parent });
  return after;
}

/** Units of which only parts go somewhere: what was recorded there has to be placed. */
export function splitUnits(plan: Plan): number[] {
  const parts = plan.successions.filter(({ share }) => share === 'part').map(({ from }) => from);
  return [...new Set(parts)];
}

/** The level of a unit's kind, lowest first, for ordering. */
export function rankOf(level: Level): number {
  return LEVELS.indexOf(level);
}

function nameOf(ref: UnitRef, units: ReadonlyMap<number, Unit>, plan: Plan): string {
  return typeof ref === 'number'
    ? (units.get(ref)?.name ?? String(ref))
    : (plan.created.find(({ key }) => key === ref)?.name ?? ref);
}

function isInLoop(unit: UnitAfter, tree: ReadonlyMap<UnitRef, UnitAfter>): boolean {
  let at: UnitAfter | undefined = unit;
  for (let steps = 0; at && at.parent !== null; steps++) {
    if (at.parent === unit.ref || steps > tree.size) return true;
    at = tree.get(at.parent);
  }
  return false;
}

function repeated(ids: readonly number[]): number[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
