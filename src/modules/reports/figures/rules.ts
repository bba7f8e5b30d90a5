import type { Level } from '#modules/organisations/unit/rules.ts';

/** The five words of one place, cycle and level; each contains the next. */
export interface Figure {
  registered: number;
  carriedOut: number;
  recognised: number;
  outstanding: number;
  commended: number;
}

export const NOTHING: Figure = { registered: 0, carriedOut: 0, recognised: 0, outstanding: 0, commended: 0 };

/** The difference from the year before; `rate` in percentage points, null where one of the years has none. */
export interface Change {
  registered: number;
  recognised: number;
  rate: number | null;
}

/** What a report can be divided by; `national` sums the fields under the national ones. Territorial units and sectors are two partitions of one set, never shown as one. */
export const BYS = ['unit', 'field', 'national', 'subject', 'level', 'sector'] as const;
export type By = (typeof BYS)[number];

/**
 * Whose tree the figures stand on: the units as they were on each cycle's reference day; those that answer for the
 * registrations, on a day's tree, which is today's unless another is asked for; those that stood at a model's place on a day.
 */
export const VIEWS = ['then', 'now', 'origin'] as const;
export type View = (typeof VIEWS)[number];

/** One line of a report; `change` is null where there is no year before to compare with. */
export interface Group extends Figure {
  key: string;
  code: string | null;
  /** The identity that a list filters by; null where no filter finds exactly these rows. */
  id: number | null;
  label: string;
  rate: number | null;
  previous: Figure | null;
  change: Change | null;
}

/** Where the figures stand: one unit on the cycle's tree, or everything within the session's scope. */
export interface Place {
  unitId: number | null;
  code: string | null;
  name: string;
  /** Null when the scope holds several units that share no one above them. */
  level: Level | null;
  /** From the top of the scope down to the unit itself. */
  path: { id: number; name: string }[];
}

/** Figures of one place and cycle with those of the year before; without a level, distinct initiatives. */
export interface Report extends Figure {
  cycle: string;
  cycleId: number;
  year: number;
  level: Level | null;
  view: View;
  /** The day of the tree (`yyyy-mm-dd`). */
  asOf: string;
  /** Whether units have changed since: then a list has to be told the day too. */
  moved: boolean;
  place: Place;
  rate: number | null;
  previous: (Figure & { cycle: string; year: number; rate: number | null }) | null;
  change: Change | null;
  groups: Group[];
}

/** Percent with one decimal; null without a denominator. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole) / 10;
}

/** What changed since `before`. Points are taken between the rates as shown, so that a reader's subtraction agrees. */
export function changeOf(now: Figure, before: Figure | null): Change | null {
  if (before === null) return null;
  const rates = [rate(now.recognised, now.registered), rate(before.recognised, before.registered)] as const;
  return {
    registered: now.registered - before.registered,
    recognised: now.recognised - before.recognised,
    rate: rates[0] === null || rates[1] === null ? null : Math.round((rates[0] - rates[1]) * 10) / 10,
  };
}

/** From how many registrations on "all of them recognised" asks for a look. */
export const MANY = 30;

/** True when every one of many registrations was recognised: worth a look, not a success. */
export function isWorthALook(figure: Figure): boolean {
  return figure.registered >= MANY && figure.recognised === figure.registered;
}

/** The sum of two figures of disjoint sets. */
export function plus(one: Figure, other: Figure): Figure {
  return {
    registered: one.registered + other.registered,
    carriedOut: one.carriedOut + other.carriedOut,
    recognised: one.recognised + other.recognised,
    outstanding: one.outstanding + other.outstanding,
    commended: one.commended + other.commended,
  };
}
