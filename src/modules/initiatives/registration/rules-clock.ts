import { clockOf } from '#modules/organisations/calendar/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { Tone } from '#ui/types.ts';
import type { State } from './rules.ts';

/**
 * The stations that have a clock, by the state in which a registration waits at them. Each stay counts for itself, from the
 * moment the registration came: while it waits elsewhere, this clock stands still.
 */
export const STATIONS = {
  submitted: 'accept',
  returned: 'mend',
  self_assessed: 'appraise',
  proposed: 'decide',
} as const satisfies Partial<Record<State, string>>;
export type Station = (typeof STATIONS)[keyof typeof STATIONS];
export const STATION_STATES = Object.keys(STATIONS) as (keyof typeof STATIONS)[];

/** What a clock says: its words, and the mood of their badge; nothing where nothing is due. */
export function clockWords(
  due: { dueOn: string | null; daysLeft: number | null },
  today: string,
  t: Translate,
  language: Language,
): { text: string; tone: Tone } | undefined {
  if (due.dueOn === null) return undefined;
  const { kind, count } = clockOf(due.dueOn, due.daysLeft, today);
  const tone =
    kind === 'far'
      ? 'neutral'
      : kind === 'near'
        ? count <= 2
          ? 'warn'
          : 'neutral'
        : kind === 'today'
          ? 'warn'
          : 'bad';
  return { text: t(`calendar.clock.${kind}`, { count, day: formatDay(due.dueOn, language) }), tone };
}
