import type { Known } from './rules-outcome.ts';

/** What stands in the system under a key such as 'to tu quan|chi hoi phu nu|1'. */
export type KeyedKnown = Known & { unitId: number; key: string };
type Keyed = { unitId: number | null; key: string };

/**
 * Finds for each row what is known of it. First by its own number among equal rows; what is left takes any equal one that no
 * other row has claimed, since forms number none and a list may have lost a line.
 */
export function matchKnown<Row extends Keyed>(rows: readonly Row[], known: readonly KeyedKnown[]): Map<Row, Known> {
  const free = new Map<string, KeyedKnown[]>();
  for (const each of known) {
    const place = placeOf(each);
    const equal = free.get(place);
    if (equal) equal.push(each);
    else free.set(place, [each]);
  }
  const found = new Map<Row, Known>();
  if (free.size === 0) return found;
  const claim = (row: Row, fits: (each: KeyedKnown) => boolean) => {
    const equal = free.get(placeOf(row));
    const at = equal ? equal.findIndex(fits) : -1;
    if (equal && at >= 0) found.set(row, equal.splice(at, 1)[0] as KeyedKnown);
  };
  for (const row of rows) claim(row, (each) => each.key === row.key);
  for (const row of rows) if (!found.has(row)) claim(row, () => true);
  return found;
}

const placeOf = ({ unitId, key }: Keyed) => `${unitId}|${key.slice(0, key.lastIndexOf('|'))}`;
