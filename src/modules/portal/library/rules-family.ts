/** A member of a family; what is not published has neither code nor name. `day` is when it was told that it learnt. */
export interface PublicMember {
  id: number;
  parentId: number | null;
  day: string | null;
  code: string | null;
  name: string | null;
  unitId: number | null;
  unit: string | null;
}

/** A published member in a tree, under the nearest published one that it learnt from, directly or not. */
export interface PublicChild {
  id: number;
  parentId: number | null;
  code: string;
  name: string;
  unitId: number | null;
  unit: string | null;
  /** From 0; the generation, if those between that are not published are passed over. */
  generation: number;
}

/** So few unpublished ones could be told by whoever knows the place: their number is not said. */
const FEW = 3;

/** The published members as a tree is read, and how many others there are, 0 if they are few. */
export function publicFamily(members: readonly PublicMember[]): { members: PublicChild[]; others: number } {
  const byId = new Map(members.map((member) => [member.id, member]));
  const isPublic = (member: PublicMember) => member.code !== null && member.name !== null;
  const parentOf = (member: PublicMember): number => {
    let at = byId.get(member.parentId ?? 0);
    while (at && !isPublic(at)) at = byId.get(at.parentId ?? 0);
    return at?.id ?? 0;
  };
  const shown = members.filter(isPublic);
  const under = Map.groupBy(shown, parentOf);
  const walk = (parent: number, generation: number): PublicChild[] =>
    (under.get(parent) ?? [])
      .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? '') || a.id - b.id)
      .flatMap(({ id, code, name, unitId, unit }) => [
        { id, parentId: parent || null, code: code ?? '', name: name ?? '', unitId, unit, generation },
        ...walk(id, generation + 1),
      ]);
  const others = members.length - shown.length;
  return { members: walk(0, 0), others: others >= FEW ? others : 0 };
}
