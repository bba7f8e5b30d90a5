/** A model that is to be read: who may not read it, and who is asked to already. */
export interface Work {
  id: number;
  conflicts: readonly number[];
  readers: readonly number[];
}
export interface Pair {
  registrationId: number;
  personId: number;
}

/**
 * Shares work out evenly: each model is read by `wanted` people, each time by whoever has least of those who may, none beyond `cap`.
 * `loads` is how much each member has already, in the order in which ties are broken. Answers the new pairs and what nobody was found for.
 */
export function balance(
  works: readonly Work[],
  loads: ReadonlyMap<number, number>,
  wanted: number,
  cap: number | null,
): { pairs: Pair[]; short: number[] } {
  const load = new Map(loads);
  const pairs: Pair[] = [];
  const short: number[] = [];
  // Those that fewest may read come first, or their readers would be used up by the others.
  const free = (work: Work) => [...load.keys()].filter((person) => !work.conflicts.includes(person)).length;
  for (const work of works.toSorted((a, b) => free(a) - free(b) || a.id - b.id)) {
    const readers = new Set(work.readers);
    while (readers.size < wanted) {
      const [next] = [...load]
        .filter(([person, has]) => !readers.has(person) && !work.conflicts.includes(person) && has < (cap ?? Infinity))
        .toSorted(([, a], [, b]) => a - b);
      if (!next) break;
      readers.add(next[0]);
      load.set(next[0], next[1] + 1);
      pairs.push({ registrationId: work.id, personId: next[0] });
    }
    if (readers.size < wanted) short.push(work.id);
  }
  return { pairs, short };
}

/** By rule: every member of the team reads each model of its fields, but for who is in a conflict. */
export function everybody(works: readonly Work[], members: readonly number[]): Pair[] {
  return works.flatMap(({ id, conflicts, readers }) =>
    members
      .filter((person) => !conflicts.includes(person) && !readers.includes(person))
      .map((personId) => ({ registrationId: id, personId })),
  );
}
