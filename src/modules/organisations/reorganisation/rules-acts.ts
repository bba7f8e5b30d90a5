import { fold } from '#platform/vietnamese.ts';
import type { Unit } from '../unit/rules.ts';
import type { ChangedUnit, CreatedUnit, Plan, UnitRef } from './rules.ts';
import { type ActField, FIELDS, type WrittenAct } from './rules-acts-form.ts';
import { finderByName, linesOf, type NotFound } from './rules-names.ts';

/** What is wrong with an act, by its place in the form, at one of its fields. */
export interface ActProblem {
  act: number;
  field: ActField;
  code: NotFound['code'] | `reorganisation.act.${(typeof WRONG)[number]}`;
  params: Record<string, string | number>;
}
const WRONG = [
  'units_missing',
  'one_unit',
  'nothing_new',
  'name_missing',
  'kind_missing',
  'parent_missing',
  'parents_differ',
  'to_missing',
  'one_successor',
  'too_few',
  'twice',
] as const;

export interface PlanOfActs {
  plan: Plan;
  problems: ActProblem[];
  /** Which act names a unit, or makes it: for problems of the plan as a whole. */
  actOf: Map<UnitRef, number>;
}

/** Turns acts, all of one resolution, into a plan on the tree of the day before; a mistake never stops the others from being told. */
export function planOfActs(acts: readonly WrittenAct[], standing: readonly Unit[], effectiveOn: string): PlanOfActs {
  const writer = new Writer(standing, effectiveOn);
  // What is made first: acts may name what others make, in any order.
  const made = acts.map((act, at) => writer.make(act, at));
  for (const [at, act] of acts.entries()) writer.write(act, at, made[at] as CreatedUnit[]);
  writer.endDivided();
  writer.takeAlong();
  return { plan: writer.plan, problems: writer.problems, actOf: writer.actOf };
}

class Writer {
  readonly plan: Plan;
  readonly problems: ActProblem[] = [];
  readonly actOf = new Map<UnitRef, number>();
  readonly #standing: readonly Unit[];
  readonly #find: ReturnType<typeof finderByName>;
  readonly #goingOn = new Set<number>();

  constructor(standing: readonly Unit[], effectiveOn: string) {
    this.plan = { effectiveOn, created: [], ended: [], changed: [], successions: [] };
    this.#standing = standing;
    this.#find = finderByName(standing);
  }

  /** The units that an act makes; what they hang under is settled once all are known. */
  make(act: WrittenAct, at: number): CreatedUnit[] {
    const lines =
      act.do === 'split'
        ? linesOf(act.fresh).map((line) => {
            const [, name = line, code = ''] = /^(.*?)\s*,\s*(\d+)$/.exec(line) ?? [];
            return { name, code };
          })
        : act.do === 'merge' && act.as === 'new'
          ? [{ name: act.name.trim(), code: act.official.trim() }]
          : [];
    const made = lines.map(({ name, code }, place) => ({
      key: `a${at}.${place}`,
      name,
      kind: act.kind,
      code: code || null,
      parent: null,
    }));
    for (const unit of made) {
      this.actOf.set(unit.key, at);
      if (unit.name === '') this.#tell(at, 'name', 'name_missing');
      if (unit.kind === '') this.#tell(at, 'kind', 'kind_missing');
    }
    this.plan.created.push(...made);
    return made;
  }

  write(act: WrittenAct, at: number, made: readonly CreatedUnit[]): void {
    const units = this.#units(act, at, 'units');
    const parts = FIELDS[act.do].includes('parts') ? this.#units(act, at, 'parts') : [];
    if (linesOf(act.units).length + linesOf(act.parts).length === 0) {
      this.#tell(at, 'units', 'units_missing');
      return;
    }
    const [first = parts[0]] = units;
    if (!first) return;
    if (act.do === 'rename') this.#rename(act, at, units, first);
    else if (act.do === 'move') this.#move(act, at, units);
    else if (act.do === 'merge') this.#merge(act, at, units, parts, made[0]);
    else if (act.do === 'split') this.#split(act, at, units, first, made);
    else this.#dissolve(act, at, units);
  }

  #rename(act: WrittenAct, at: number, units: readonly Unit[], unit: Unit): void {
    if (units.length > 1) {
      this.#tell(at, 'units', 'one_unit');
      return;
    }
    const [name, code] = [act.name.trim(), act.official.trim()];
    const change: ChangedUnit = {
      unitId: unit.id,
      ...(name && name !== unit.name && { name }),
      ...(act.kind && act.kind !== unit.kind && { kind: act.kind }),
      ...(code && code !== unit.code && { code }),
    };
    if (Object.keys(change).length === 1) {
      this.#tell(at, 'name', 'nothing_new');
      return;
    }
    this.#change(at, change);
  }

  #move(act: WrittenAct, at: number, units: readonly Unit[]): void {
    const parent = this.#one(act, at, 'parent', 'parent_missing');
    if (parent !== undefined) for (const { id } of units) this.#change(at, { unitId: id, parent });
  }

  #merge(act: WrittenAct, at: number, units: readonly Unit[], parts: readonly Unit[], made?: CreatedUnit): void {
    const to = made?.key ?? this.#one(act, at, 'to', 'to_missing');
    if (to === undefined) return;
    if (made && units.length + parts.length < 2) this.#tell(at, 'units', 'too_few');
    if (made) made.parent = this.#parentOf(act, at, [...units, ...parts]);
    for (const { id } of units.filter((unit) => unit.id !== to)) {
      this.plan.ended.push(id);
      this.#succeed(at, id, to, 'whole');
    }
    for (const { id } of parts) this.#succeed(at, id, to, 'part');
  }

  #split(act: WrittenAct, at: number, units: readonly Unit[], unit: Unit, made: readonly CreatedUnit[]): void {
    if (units.length > 1) {
      this.#tell(at, 'units', 'one_unit');
      return;
    }
    const others = this.#units(act, at, 'to');
    if (made.length + linesOf(act.to).length < (act.goesOn ? 1 : 2))
      this.#tell(at, 'fresh', act.goesOn ? 'to_missing' : 'one_successor');
    for (const each of made) {
      each.parent = unit.parentId;
      this.#succeed(at, unit.id, each.key, 'part');
    }
    for (const { id } of others) this.#succeed(at, unit.id, id, 'part');
    if (act.goesOn) this.#goingOn.add(unit.id);
    else this.plan.ended.push(unit.id);
  }

  #dissolve(act: WrittenAct, at: number, units: readonly Unit[]): void {
    const to = act.to.trim() === '' ? undefined : this.#one(act, at, 'to', 'to_missing');
    for (const { id } of units) {
      this.plan.ended.push(id);
      this.actOf.set(id, this.actOf.get(id) ?? at);
      if (to !== undefined) this.#succeed(at, id, to, 'whole');
    }
  }

  /** A unit that gives parts to several, and of which nobody says that it goes on, is divided between them. */
  endDivided(): void {
    const ended = new Set(this.plan.ended);
    const parts = Map.groupBy(
      this.plan.successions.filter(({ share }) => share === 'part'),
      ({ from }) => from,
    );
    for (const [id, { length }] of parts)
      if (length > 1 && !ended.has(id) && !this.#goingOn.has(id)) this.plan.ended.push(id);
  }

  /** What hangs under a unit that ends goes along to what succeeds it whole, else to what stands above it. */
  takeAlong(): void {
    const { ended, changed, successions } = this.plan;
    const gone = new Set(ended);
    const byId = new Map(this.#standing.map((unit) => [unit.id, unit]));
    const whole = new Map(successions.filter(({ share }) => share === 'whole').map(({ from, to }) => [from, to]));
    const placed = new Set(changed.filter(({ parent }) => parent !== undefined).map(({ unitId }) => unitId));
    const above = (id: UnitRef | null): UnitRef | null => {
      let at = id;
      for (let steps = 0; typeof at === 'number' && gone.has(at) && steps < 99; steps++)
        at = whole.get(at) ?? byId.get(at)?.parentId ?? null;
      return at;
    };
    for (const unit of this.#standing) {
      if (unit.parentId === null || !gone.has(unit.parentId) || gone.has(unit.id) || placed.has(unit.id)) continue;
      const at = this.actOf.get(unit.parentId);
      this.#change(at ?? 0, { unitId: unit.id, parent: above(unit.parentId) }, at !== undefined);
    }
    for (const unit of this.plan.created) unit.parent = above(unit.parent);
  }

  #parentOf(act: WrittenAct, at: number, units: readonly Unit[]): UnitRef | null {
    if (act.parent.trim() !== '') return this.#one(act, at, 'parent', 'parent_missing') ?? null;
    const parents = new Set(units.map(({ parentId }) => parentId));
    if (parents.size > 1) this.#tell(at, 'parent', 'parents_differ');
    return units[0]?.parentId ?? null;
  }

  #succeed(at: number, from: number, to: UnitRef, share: 'whole' | 'part'): void {
    if (from === to) return;
    if (!this.actOf.has(from)) this.actOf.set(from, at);
    if (this.plan.successions.some((each) => each.from === from && each.to === to)) {
      this.#tell(at, 'units', 'twice');
      return;
    }
    this.plan.successions.push({ from, to, share });
  }

  // Several acts may change one unit, each another fact of it.
  #change(at: number, change: ChangedUnit, named = true): void {
    if (named && !this.actOf.has(change.unitId)) this.actOf.set(change.unitId, at);
    const before = this.plan.changed.find(({ unitId }) => unitId === change.unitId);
    if (!before) this.plan.changed.push(change);
    else if (Object.keys(change).some((fact) => fact !== 'unitId' && fact in before)) this.#tell(at, 'units', 'twice');
    else Object.assign(before, change);
  }

  #units(act: WrittenAct, at: number, field: 'units' | 'parts' | 'to'): Unit[] {
    return linesOf(act[field]).flatMap((line) => {
      const found = this.#find(line);
      if ('id' in found) return [found];
      this.problems.push({ act: at, field, ...found });
      return [];
    });
  }

  /** The one unit that a field names: one that stands, else one that these acts make. */
  #one(
    act: WrittenAct,
    at: number,
    field: 'to' | 'parent',
    missing: 'to_missing' | 'parent_missing',
  ): UnitRef | undefined {
    const text = act[field].trim();
    if (text === '') {
      this.#tell(at, field, missing);
      return undefined;
    }
    const made = this.plan.created.filter(({ name, code }) => fold(name) === fold(text) || code === text);
    const found = this.#find(text);
    if ('id' in found && !(made.length === 1 && this.#ends(found.id))) return found.id;
    if (made.length === 1) return made[0]?.key;
    if (!('id' in found)) this.problems.push({ act: at, field, ...found });
    return 'id' in found ? found.id : undefined;
  }

  #ends(id: number): boolean {
    return this.plan.ended.includes(id);
  }

  #tell(act: number, field: ActField, what: (typeof WRONG)[number]): void {
    this.problems.push({ act, field, code: `reorganisation.act.${what}`, params: {} });
  }
}
