import { fold } from '#platform/vietnamese.ts';
import type { Unit } from './rules.ts';

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

/** The part of a tree that a search leaves: what fits by name without marks or by code, what is above it, what is under it. */
export function prune(tree: readonly Branch[], query: string): Branch[] {
  const [words, code] = [fold(query), query.trim()];
  if (!words) return [...tree];
  const fits = ({ unit }: Branch) => fold(unit.name).includes(words) || unit.code === code;
  return tree.flatMap((branch) => {
    if (fits(branch) && branch.unit.level !== 'province') return [branch];
    const under = prune(branch.under, query);
    return under.length > 0 || fits(branch) ? [{ ...branch, under }] : [];
  });
}

/** A tree in one line after another, each with how deep it hangs: for a list to choose from. */
export function inLines(tree: readonly Branch[], depth = 0): { unit: Unit; depth: number }[] {
  return tree.flatMap(({ unit, under }) => [{ unit, depth }, ...inLines(under, depth + 1)]);
}

/** The unit whose installation this is: of those that nobody stands above, the one that was entered first. */
export function homeOf<Each extends { id: number; parentId: number | null }>(units: readonly Each[]): Each | undefined {
  return units.filter(({ parentId }) => parentId === null).sort((a, b) => a.id - b.id)[0];
}

/** How many units of a level there are. */
export function countOf(units: readonly Unit[], level: Unit['level']): number {
  return units.filter((unit) => unit.level === level).length;
}
