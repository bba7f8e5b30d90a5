import type { Unit } from '../unit/rules.ts';
import { type Plan, type Share, treeAfter, type UnitRef } from './rules.ts';

export interface Named {
  id: number | null;
  name: string;
  code: string | null;
  kind: string;
}

/** One unit that others go into, and what goes into it. */
export interface OutcomeGroup {
  to: Named;
  isNew: boolean;
  parent: string | null;
  from: (Named & { share: Share })[];
}

/** A unit that goes on as another: what it was, what it becomes. */
export interface OutcomeChange {
  before: Named;
  after: Named;
  parent: string | null;
}

/** What a plan does, as people read it: what goes where, what goes on changed, what ends with nothing after it, what moves along. */
export interface Outcome {
  groups: OutcomeGroup[];
  renamed: OutcomeChange[];
  moved: OutcomeChange[];
  /** Ends, and nothing takes it over. */
  withoutSuccessor: Named[];
}

/** Reads a plan on the tree of the day before; what it touches that does not stand there is left out. */
export function outcomeOf(plan: Plan, standing: readonly Unit[]): Outcome {
  const units = new Map(standing.map((unit) => [unit.id, unit]));
  const after = treeAfter(plan, standing);
  const made = new Map(plan.created.map((unit) => [unit.key, unit]));
  const changes = new Map(plan.changed.map((change) => [change.unitId, change]));
  const nameOf = (ref: UnitRef | null) => (ref === null ? null : (after.get(ref)?.name ?? null));
  const named = (ref: UnitRef): Named | undefined => {
    if (typeof ref === 'string') {
      const unit = made.get(ref);
      return unit && { id: null, name: unit.name, code: unit.code, kind: unit.kind };
    }
    const unit = units.get(ref);
    return unit && { id: unit.id, name: unit.name, code: unit.code, kind: unit.kind };
  };
  const becomes = (unit: Unit): Named => ({
    id: unit.id,
    name: after.get(unit.id)?.name ?? unit.name,
    code: after.has(unit.id) ? (after.get(unit.id)?.code ?? null) : unit.code,
    kind: changes.get(unit.id)?.kind ?? unit.kind,
  });
  const groups = [...Map.groupBy(plan.successions, ({ to }) => to)].flatMap(([ref, parts]): OutcomeGroup[] => {
    const unit = typeof ref === 'number' ? units.get(ref) : undefined;
    const to = unit ? becomes(unit) : named(ref);
    const from = parts.flatMap(({ from, share }) => {
      const each = named(from);
      return each ? [{ ...each, share }] : [];
    });
    return to ? [{ to, isNew: !unit, parent: nameOf(after.get(ref)?.parent ?? null), from }] : [];
  });
  const changed = plan.changed.flatMap((change) => {
    const unit = units.get(change.unitId);
    if (!unit) return [];
    const own = change.name !== undefined || change.kind !== undefined || change.code !== undefined;
    const parent = change.parent === undefined ? null : nameOf(change.parent);
    return [{ own, before: named(unit.id) as Named, after: becomes(unit), parent }];
  });
  const succeeded = new Set(plan.successions.map(({ from }) => from));
  return {
    groups,
    renamed: changed.filter(({ own }) => own),
    moved: changed.filter(({ own }) => !own),
    withoutSuccessor: plan.ended.filter((id) => !succeeded.has(id)).flatMap((id) => named(id) ?? []),
  };
}
