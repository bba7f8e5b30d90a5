/** A day that is not as its weekday says; `yyyy-mm-dd`. */
export interface CalendarDay {
  day: string;
  /** Worked, though a Saturday or Sunday; or off, though neither. */
  works: boolean;
  name: string;
  basis: string;
  /** Came with the product: nobody of this place has said that it is so. */
  sample: boolean;
}

/** The days that are numbered; before and after them nothing is counted. */
export const FIRST_DAY = '2015-01-01';
export const LAST_DAY = '2039-12-31';

/** Days that are not as their weekday says, and whether they are worked. */
export type Exceptions = ReadonlyMap<string, boolean>;

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const next = (day: string) => new Date(at(day).getTime() + 86_400_000).toISOString().slice(0, 10);
const isWeekend = (day: string) => [0, 6].includes(at(day).getUTCDay());

/** Whether a day is worked: from Monday to Friday, but for the exceptions. */
export function isWorked(day: string, exceptions: Exceptions): boolean {
  return exceptions.get(day) ?? !isWeekend(day);
}

// The two that follow say in plain words what the numbers of the table `working_day` must give; a test compares them.

/** How many days are worked after `from` up to and with `to`; below zero when `to` comes first. */
export function workingDaysBetween(from: string, to: string, exceptions: Exceptions): number {
  if (to < from) return -workingDaysBetween(to, from, exceptions);
  let count = 0;
  for (let day = next(from); day <= to; day = next(day)) if (isWorked(day, exceptions)) count++;
  return count;
}

/** The last day of so many working days that begin the day after `from`: what came on a Friday and has one is due on Monday. */
export function dueAfter(from: string, days: number, exceptions: Exceptions): string {
  let day = from;
  for (let left = days; left > 0; ) {
    day = next(day);
    if (isWorked(day, exceptions)) left--;
  }
  return day;
}

/** So near that the working days are worth counting; beyond, the day itself says more. */
export const NEAR = 10;

/** So long over that the day says more than the working days since. */
export const LONG = 60;

/** What a due day is, seen from today: over it, on it, near it, or far. `count`: working days to it, or since. */
export function clockOf(dueOn: string, daysLeft: number | null, today: string) {
  if (dueOn < today) {
    const count = Math.abs(daysLeft ?? 0);
    return {
      kind: count > LONG ? ('long_over' as const) : daysLeft ? ('over' as const) : ('just_over' as const),
      count,
    };
  }
  if (dueOn === today) return { kind: 'today' as const, count: 0 };
  const near = daysLeft !== null && daysLeft <= NEAR;
  return near ? { kind: 'near' as const, count: daysLeft } : { kind: 'far' as const, count: 0 };
}
