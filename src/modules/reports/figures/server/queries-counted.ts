import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Figure, NOTHING, type Place, plus } from '../rules.ts';
import { type Counted, type Cut, total } from '../rules-groups.ts';
import { type Tree, unitsOf } from '../rules-place.ts';
import type { CountRow } from './queries-count.ts';

/**
 * The count of one cycle made askable, for a place on that cycle's tree. `whole` means everything within the scope, what is
 * recorded at units outside the tree included. `at` tells the unit of the tree that each counted one belongs to, null = itself.
 */
export function counted(
  rows: readonly CountRow[],
  tree: Tree,
  place: Place,
  whole: boolean,
  level: Level | null,
  at: ReadonlyMap<number, number | null> | null,
): Counted {
  const perUnit = new Map<string, Map<number, Figure>>();
  const perCut = new Map<string, Figure>();
  for (const row of rows) {
    if (row.by === 'unit') {
      const units = perUnit.get(row.level) ?? new Map<number, Figure>();
      const unit = placed(Number(row.key), at);
      units.set(unit, plus(units.get(unit) ?? NOTHING, row));
      perUnit.set(row.level, units);
    } else if (row.inside && row.level === (level ?? 'any')) perCut.set(`${row.by} ${row.key}`, plus(NOTHING, row));
  }
  const home = unitsOf(tree, place);
  const figuresOf = (of: Level | null) => perUnit.get(of ?? 'any') ?? new Map<number, Figure>();
  const sum = (units: readonly number[], of: Level | null) => {
    const figures = figuresOf(of);
    return total(units.flatMap((id) => figures.get(id) ?? []));
  };
  const outside = (of: Level | null) => {
    const known = new Set(home);
    return total([...figuresOf(of)].flatMap(([id, figure]) => (known.has(id) ? [] : [figure])));
  };
  return {
    tree,
    figure: (of) => (whole ? total([...figuresOf(of).values()]) : sum(home, of)),
    of: sum,
    by: (cut: Cut, key: string | null) => perCut.get(`${cut} ${key}`) ?? NOTHING,
    elsewhere: (of) => (whole ? outside(of) : NOTHING),
  };
}

/** What nobody can say the place of is no unit's. */
const NOWHERE = 0;

function placed(unit: number, at: ReadonlyMap<number, number | null> | null): number {
  return at ? (at.get(unit) ?? NOWHERE) : unit;
}
