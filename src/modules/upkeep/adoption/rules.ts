/** A member of a family; without a name where the reader may not know it. `day` is when it was told that it learnt (`yyyy-mm-dd`). */
export interface Member {
  id: number;
  parentId: number | null;
  /** From 0: that of which all others have learnt. */
  generation: number;
  day: string | null;
  code: string | null;
  name: string | null;
  unitId: number | null;
  unit: string | null;
  /** The unit above it; null of the highest, and where the unit is not told. */
  above: string | null;
}

/** The members as a tree is read: each after its parent, sisters by their day. */
export function asTree(members: readonly Member[]): Member[] {
  const under = Map.groupBy(members, (member) => member.parentId ?? 0);
  const walk = (parent: number): Member[] =>
    (under.get(parent) ?? [])
      .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || a.id - b.id)
      .flatMap((member) => [member, ...walk(member.id)]);
  return walk(0);
}

/** Whether a model would learn from one that has itself learnt from it; `members` are the family of the would-be parent. */
export function closesCircle(child: number, parent: number, members: readonly Member[]): boolean {
  const parents = new Map(members.map((member) => [member.id, member.parentId]));
  for (let at: number | null = parent; at !== null; at = parents.get(at) ?? null) if (at === child) return true;
  return false;
}

/** A place of a family: the members that are known to be in one unit, under the unit above it. */
export interface Place {
  above: string;
  units: { unit: string; members: Member[] }[];
}

/** Known members by their units, these by the unit above, in the order in which the family came there. */
export function placesOf(members: readonly Member[]): Place[] {
  const known = members
    .filter((member) => member.unit !== null)
    .toSorted((a, b) => a.generation - b.generation || (a.day ?? '').localeCompare(b.day ?? '') || a.id - b.id);
  return [...Map.groupBy(known, ({ above }) => above ?? '')].map(([above, inside]) => ({
    above,
    units: [...Map.groupBy(inside, ({ unit }) => unit ?? '')].map(([unit, own]) => ({ unit, members: own })),
  }));
}
