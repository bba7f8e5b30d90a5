import { isUnder, type Unit } from './rules.ts';

/** A unit with those that hang under it on that day. */
export interface Branch {
  unit: Unit;
  under: Branch[];
}

/** Units as a tree, each level in the order given; one whose parent is not among them stands at the top. */
export function treeOf(units: readonly Unit[]): Branch[] {
  const branches = new Map(units.map((unit) => [unit.id, { unit, under: [] } as Branch]));
  const top: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.unit.parentId === null ? undefined : branches.get(branch.unit.parentId);
    (parent ? parent.under : top).push(branch);
  }
  return top;
}

/** A tree in one line after another, each with how deep it hangs: for a list to choose from. */
export function inLines(tree: readonly Branch[], depth = 0): { unit: Unit; depth: number }[] {
  return tree.flatMap(({ unit, under }) => [{ unit, depth }, ...inLines(under, depth + 1)]);
}

/** A unit and all that hang under it on that day, which need not be under it today. */
export function within(units: readonly Unit[], rootId: number): Unit[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const isWithin = (id: number | null | undefined): boolean =>
    id === rootId || (id != null && isWithin(parents.get(id)));
  return units.filter((unit) => isWithin(unit.id));
}

/** Of the units of a day those that lie at or under `path` today, without what hung under one of them then; the first entered first. */
export function topsUnder(units: readonly Unit[], path: string): Unit[] {
  const tops = treeOf(units.filter((unit) => isUnder(unit.path, path))).map(({ unit }) => unit);
  return tops.sort((a, b) => a.id - b.id);
}

/** The unit whose installation this is: of those that nobody stands above, the one that was entered first. */
export function homeOf<Each extends { id: number; parentId: number | null }>(units: readonly Each[]): Each | undefined {
  return units.filter(({ parentId }) => parentId === null).sort((a, b) => a.id - b.id)[0];
}
