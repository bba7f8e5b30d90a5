import type { Language } from '#platform/i18n.ts';
import { formatDay } from '#platform/vietnamese.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** The day of an instant in Vietnam, as people write it. */
export function dayIn(instant: Date, language: Language): string {
  return formatDay(DAY.format(instant), language);
}

/** The time of day of an instant in Vietnam, as `09:41`. */
export function timeOf(instant: Date): string {
  return TIME.format(instant);
}
