import type { Language } from './i18n.ts';

const shape = { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const MOMENTS: Record<Language, Intl.DateTimeFormat> = {
  vi: new Intl.DateTimeFormat('vi-VN', { ...shape, day: '2-digit', month: '2-digit', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { ...shape, day: 'numeric', month: 'short', year: 'numeric' }),
};

/** An instant on Vietnam's clock: '24/02/2020 09:41' in Vietnamese, '24 Feb 2020 09:41' in English. */
export function formatMoment(instant: Date, language: Language): string {
  const parts = Object.fromEntries(MOMENTS[language].formatToParts(instant).map(({ type, value }) => [type, value]));
  const between = language === 'vi' ? '/' : ' ';
  return `${[parts.day, parts.month, parts.year].join(between)} ${parts.hour}:${parts.minute}`;
}
