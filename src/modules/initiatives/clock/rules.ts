import type { State } from '#modules/initiatives/registration/rules.ts';
import { clockOf } from '#modules/organisations/calendar/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { formatDay } from '#platform/vietnamese.ts';
import type { Tone } from '#ui/types.ts';

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

/**
 * How many working days a registration has been at each of its stations in all, over every stay; events come latest first, and
 * the stay that lasts counts up to today. A station at which it never was is left out.
 */
export function stationDays(
  events: readonly { state: State; workingDay: number | null; today: number | null }[],
): { station: Station; days: number }[] {
  const days = new Map<Station, number>();
  events.forEach(({ state, workingDay, today }, at) => {
    const station = (STATIONS as Partial<Record<State, Station>>)[state];
    const until = at === 0 ? today : (events[at - 1]?.workingDay ?? null);
    if (station && workingDay !== null && until !== null)
      days.set(station, (days.get(station) ?? 0) + Math.max(0, until - workingDay));
  });
  return Object.values(STATIONS).flatMap((station) => {
    const spent = days.get(station);
    return spent === undefined ? [] : [{ station, days: spent }];
  });
}

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
