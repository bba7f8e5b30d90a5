/** Later generations look alike on the map. */
export const LAST_SHADE = 3;

/** What of a member its place on the map needs; without a unit where the reader may not know it. */
export interface Placeable {
  id: number;
  parentId: number | null;
  generation: number;
  unitId: number | null;
}

/** A family on a map: by area the members there, what was learnt from where to where, and how many have no place on it. */
export interface FamilyPlaces {
  marks: { area: number; members: number[]; generation: number }[];
  /** Each way once, with the earliest generation that went it. */
  ways: { from: number; to: number; generation: number }[];
  unplaced: number;
}

/** Places members by the areas that hold their units, the earliest generation first. */
export function familyPlaces(
  family: readonly Placeable[],
  areas: readonly { id: number; holds: readonly number[] }[],
): FamilyPlaces {
  const areaOf = new Map(areas.flatMap(({ id, holds }) => holds.map((unit) => [unit, id] as const)));
  const placeOf = ({ unitId }: Placeable) => (unitId === null ? undefined : areaOf.get(unitId));
  const placed = family
    .filter((member) => placeOf(member) !== undefined)
    .toSorted((a, b) => a.generation - b.generation || a.id - b.id);
  const byId = new Map(placed.map((member) => [member.id, member]));
  const marks = [...Map.groupBy(placed, (member) => placeOf(member) as number)].map(([area, members]) => ({
    area,
    members: members.map(({ id }) => id),
    generation: members[0]?.generation ?? 0,
  }));
  const ways = new Map<string, FamilyPlaces['ways'][number]>();
  for (const member of placed) {
    const parent = byId.get(member.parentId ?? 0);
    const [from, to] = [parent && placeOf(parent), placeOf(member)];
    if (from === undefined || to === undefined || from === to || ways.has(`${from} ${to}`)) continue;
    ways.set(`${from} ${to}`, { from, to, generation: member.generation });
  }
  return { marks, ways: [...ways.values()], unplaced: family.length - placed.length };
}
