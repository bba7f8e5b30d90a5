/** A member of a family; without a name where the reader may not know it. `day` is when it was told that it learnt (`yyyy-mm-dd`). */
export interface Member {
  id: number;
  parentId: number | null;
  /** From 0: that of which all others have learnt. */
  generation: number;
  day: string | null;
  code: string | null;
  name: string | null;
  unit: string | null;
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

/** How far a model has spread: all that learnt from it, directly or not, and those of the second generation after it. */
export function reachOf(id: number, members: readonly Member[]): { all: number; second: number } {
  const children = (of: readonly number[]) =>
    members.filter(({ parentId }) => parentId !== null && of.includes(parentId)).map((member) => member.id);
  const second = children(children([id])).length;
  let all = 0;
  for (let next = children([id]); next.length > 0; next = children(next)) all += next.length;
  return { all, second };
}

/** Whether a model would learn from one that has itself learnt from it; `members` are the family of the would-be parent. */
export function closesCircle(child: number, parent: number, members: readonly Member[]): boolean {
  const parents = new Map(members.map((member) => [member.id, member.parentId]));
  for (let at: number | null = parent; at !== null; at = parents.get(at) ?? null) if (at === child) return true;
  return false;
}
