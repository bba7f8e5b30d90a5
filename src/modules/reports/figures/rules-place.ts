import { LEVELS, type Level } from '#modules/organisations/unit/rules.ts';
import { homeOf } from '#modules/organisations/unit/rules-tree.ts';
import type { Place } from './rules.ts';

/** A unit as it stood on a cycle's reference day; `within` tells whether it lies in the session's scope. */
export interface StandingUnit {
  id: number;
  code: string | null;
  name: string;
  level: Level;
  parentId: number | null;
  within: boolean;
}

/** The units of one day, those under each, and the ones that nobody on that day stands above. */
export interface Tree {
  units: ReadonlyMap<number, StandingUnit>;
  children: ReadonlyMap<number | null, readonly StandingUnit[]>;
}

/** Official codes are numbers of their length: 91 before 899 before 30292; a unit without one stands last. */
function byCode(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.length - b.length || (a === b ? 0 : a < b ? -1 : 1);
}

/** The tree of one day; children stand in the order of their codes. */
export function treeOf(list: readonly StandingUnit[]): Tree {
  const units = new Map(list.map((unit) => [unit.id, unit]));
  const children = new Map<number | null, StandingUnit[]>();
  const sorted = [...list].sort((a, b) => byCode(a.code, b.code) || a.id - b.id);
  for (const unit of sorted) {
    const parent = unit.parentId !== null && units.has(unit.parentId) ? unit.parentId : null;
    const beside = children.get(parent);
    if (beside) beside.push(unit);
    else children.set(parent, [unit]);
  }
  return { units, children };
}

/** The ids at and under a unit; empty when it does not stand on that day. */
export function subtree(tree: Tree, id: number): number[] {
  if (!tree.units.has(id)) return [];
  const found = [id];
  // The list grows while it is walked; parents are dated and exclude themselves, so no unit comes twice.
  for (const next of found) for (const child of tree.children.get(next) ?? []) found.push(child.id);
  return found;
}

const readable = (tree: Tree, id: number) =>
  tree.units.has(id) && subtree(tree, id).every((each) => tree.units.get(each)?.within);

/** The topmost units whose whole territory lies within the scope. */
export function topsOf(tree: Tree): StandingUnit[] {
  const tops: StandingUnit[] = [];
  const walk = (list: readonly StandingUnit[]) => {
    for (const unit of list) {
      if (readable(tree, unit.id)) tops.push(unit);
      else walk(tree.children.get(unit.id) ?? []);
    }
  };
  walk(tree.children.get(null) ?? []);
  return tops;
}

/**
 * The place that was asked for, or the top of the scope. Nothing when it does not stand on that day or when any part of it
 * lies outside the scope: a sum over what cannot be read would tell it by subtraction.
 */
export function placeOf(tree: Tree, unitId: number | undefined): Place | undefined {
  const tops = topsOf(tree);
  const top = tops.length === 1 ? tops[0] : tops.every(({ parentId }) => parentId === null) ? homeOf(tops) : undefined;
  const unit = unitId === undefined ? top : tree.units.get(unitId);
  if (unitId === undefined && !top && tops.length > 1)
    return { unitId: null, code: null, name: '', level: null, path: [] };
  if (!unit || !readable(tree, unit.id)) return undefined;
  const path = [{ id: unit.id, name: unit.name }];
  for (
    let above = unit.parentId;
    above !== null && readable(tree, above);
    above = tree.units.get(above)?.parentId ?? null
  ) {
    path.unshift({ id: above, name: tree.units.get(above)?.name ?? '' });
  }
  return { unitId: unit.id, code: unit.code, name: unit.name, level: unit.level, path };
}

/** The units that a report by unit lists: those under its place, or the several tops of the scope. */
export function partsOf(tree: Tree, place: Place): readonly StandingUnit[] {
  return place.unitId === null ? topsOf(tree) : (tree.children.get(place.unitId) ?? []);
}

/** The ids whose registrations belong to the place on that day's tree. */
export function unitsOf(tree: Tree, place: Place): number[] {
  return place.unitId === null ? topsOf(tree).flatMap((top) => subtree(tree, top.id)) : subtree(tree, place.unitId);
}

/** The levels of a cycle, lowest first, as the reports list them. */
export function inOrder(levels: readonly Level[]): Level[] {
  return LEVELS.filter((level) => levels.includes(level));
}

/** The units that a filter offers: those under each unit on the way to the place, each after the one it is under. */
export function choicesOf(tree: Tree, place: Place): { id: number; name: string }[] {
  const way = new Set(place.path.map((each) => each.id));
  const under = (list: readonly StandingUnit[]): { id: number; name: string }[] =>
    list.flatMap(({ id, name }) => [{ id, name }, ...(way.has(id) ? under(tree.children.get(id) ?? []) : [])]);
  const [top] = place.path;
  return under(top ? (tree.children.get(top.id) ?? []) : topsOf(tree));
}
