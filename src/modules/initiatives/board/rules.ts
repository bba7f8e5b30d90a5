import { OPEN_STATES, type State } from '../registration/rules.ts';

/** What a board may be narrowed to: units that have sent nothing, were late, have something returned, or something overdue. */
export const SHOWN = ['nothing', 'late', 'returned', 'overdue'] as const;
export type Shown = (typeof SHOWN)[number];

/** The states in which something may be overdue: what is deferred waits for its day, not for somebody. */
export const OVERDUE_STATES = OPEN_STATES.filter((state) => state !== 'deferred');

/** A unit of the board: how its registrations of one year at one level stand. */
export interface BoardLine {
  unitId: number;
  unit: string;
  parent: string | null;
  /** Sent at least once, and neither withdrawn nor annulled. */
  sent: number;
  /** Of those, first sent after the last day in time. */
  late: number;
  /** Returned, and not sent again. */
  returned: number;
  /** Over the day of their station, by the state in which they wait; and all of them. */
  overdue: Partial<Record<State, number>>;
  overdueAll: number;
  /** Something that the unit itself can do: only such a unit is reminded. */
  owes: boolean;
  /** The last day (`yyyy-mm-dd`) on which an office reminded the unit. */
  remindedOn: string | null;
}

/** Sums over all units of the board, whatever it is narrowed to. */
export interface BoardTotals {
  units: number;
  nothing: number;
  sent: number;
  late: number;
  returned: number;
  overdue: number;
}

/** The address of the rows behind a number of a line; `today` says of which day overdue is asked. */
export function rowsBehind(
  line: Pick<BoardLine, 'unitId'>,
  { cycle, level }: { cycle: number; level: string },
  of: 'sent' | 'late' | 'returned' | { overdue: string },
): string {
  const more =
    of === 'sent'
      ? 'state=counted'
      : of === 'late'
        ? 'late=1'
        : of === 'returned'
          ? 'state=returned'
          : `overdue=${of.overdue}`;
  return `/office/initiatives?cycle=${cycle}&level=${level}&unit=${line.unitId}&own=1&${more}`;
}
