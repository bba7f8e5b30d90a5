/** How the totals of several readers become one. */
export const AGGREGATES = ['mean', 'median', 'trimmed'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

/** Why somebody may not judge a model, in the order in which it is asked; the database computes it (`conflict_of`). */
export const CONFLICTS = ['own_unit', 'author', 'signatory', 'mentor', 'kin'] as const;
export type Conflict = (typeof CONFLICTS)[number];
/** What a person is tied to a model by that no record tells: it is declared. */
export const TIES = ['signatory', 'mentor', 'kin'] as const;

/** What a year asks of teams at one level; `spread` in points of a hundred. */
export interface ReviewRule {
  cycleId: number;
  level: string;
  aggregate: Aggregate;
  wanted: number;
  cap: number | null;
  spread: number;
  documentId: number | null;
  clause: string;
  basis: string;
}

/** One line that was asked, with the most that it is worth; null: met (1) or not (0). */
export interface Asked {
  id: number;
  points: number | null;
}

export const mostOf = (asked: Asked) => asked.points ?? 1;

/**
 * One reader's total in hundredths of 100, 0 … 10000: points given of points there are. Where some lines are worth points, those
 * that are only met or not are conditions beside them; where none is, it is the share that is met.
 */
export function totalOf(asked: readonly Asked[], points: readonly number[]): number {
  const scored = asked.some((each) => each.points !== null);
  const counted = asked.flatMap((each, at) =>
    scored && each.points === null ? [] : [[points[at] ?? 0, mostOf(each)] as const],
  );
  const most = counted.reduce((sum, [, each]) => sum + each, 0);
  return most === 0 ? 0 : Math.round((counted.reduce((sum, [each]) => sum + each, 0) * 10_000) / most);
}

/**
 * One figure of several totals, in hundredths; null without any. Totals are whole numbers, so their sum is the same in whatever
 * order they come. Trimmed leaves out the lowest and the highest once there are three.
 */
export function aggregateOf(totals: readonly number[], rule: Aggregate): number | null {
  const sorted = totals.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  if (rule === 'median') {
    const middle = sorted.length >> 1;
    return sorted.length % 2 ? (sorted[middle] as number) : mean(sorted.slice(middle - 1, middle + 1));
  }
  return mean(rule === 'trimmed' && sorted.length >= 3 ? sorted.slice(1, -1) : sorted);
}

const mean = (totals: readonly number[]) => Math.round(totals.reduce((sum, each) => sum + each, 0) / totals.length);

/** How far the highest total lies above the lowest, in hundredths. */
export const spreadOf = (totals: readonly number[]) =>
  totals.length === 0 ? 0 : Math.max(...totals) - Math.min(...totals);

interface Given {
  registrationId: number;
  personId: number;
  total: number;
}

/** How each reader scores beside the others of the same models: the mean difference in hundredths (below 0: stricter), and over how many. */
export function severities(given: readonly Given[]): Map<number, { difference: number; shared: number }> {
  const sums = new Map<number, { count: number; sum: number }>();
  for (const { registrationId, total } of given) {
    const known = sums.get(registrationId) ?? { count: 0, sum: 0 };
    sums.set(registrationId, { count: known.count + 1, sum: known.sum + total });
  }
  const found = new Map<number, number[]>();
  for (const { registrationId, personId, total } of given) {
    const all = sums.get(registrationId) as { count: number; sum: number };
    if (all.count < 2) continue;
    // In thousandths of a hundredth, whole: no order of adding tells.
    const difference = Math.round((total - (all.sum - total) / (all.count - 1)) * 1000);
    found.set(personId, [...(found.get(personId) ?? []), difference]);
  }
  return new Map(
    [...found].map(([person, differences]) => [
      person,
      {
        difference: Math.round(differences.reduce((sum, each) => sum + each, 0) / differences.length / 1000) || 0, // never -0
        shared: differences.length,
      },
    ]),
  );
}

/** One reader's part in a model; what was given is null until it may be seen. */
export interface Review {
  id: number;
  personId: number;
  personName: string;
  how: 'chosen' | 'by_field' | 'balanced' | 'blind';
  state: 'waiting' | 'given' | 'recused';
  /** Counted only without a conflict, whenever that came up. */
  conflict: Conflict | null;
  asked: number[] | null;
  points: number[] | null;
  total: number | null;
  note: string | null;
  /** What they mean for the registrant. */
  advice: string | null;
}
export interface Visit {
  id: number;
  seenOn: string;
  visitors: string;
  seen: string;
  notedByName: string;
}
/** How a model is scored, as far as the session may see it. */
export interface Scoring {
  teamId: number | null;
  teamName: string | null;
  rule: ReviewRule | null;
  mine: Review['state'] | null;
  /** Who was asked to, where the reader takes their place. */
  absent: string | null;
  conflict: Conflict | null;
  /** Whether others' scores may be looked at. */
  open: boolean;
  reviews: Review[];
  /** Who is on the team, each with why they may not judge this model. */
  members: { id: number; name: string; conflict: Conflict | null }[];
  visits: Visit[];
}

/** The totals that count: given, seen, and by nobody who is in a conflict. */
export const counted = (reviews: readonly Review[]): number[] =>
  reviews.flatMap((each) => (each.total !== null && each.conflict === null ? [each.total] : []));
