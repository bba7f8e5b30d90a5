import { z } from 'zod';
import { nfc, parseDay } from '#platform/vietnamese.ts';
import { FIRST_DAY, LAST_DAY } from './rules.ts';

/** Typed as people write a day; afterwards `yyyy-mm-dd`. */
const Day = z.string().transform((typed, context) => {
  const day = parseDay(typed);
  if (day && day >= FIRST_DAY && day <= LAST_DAY) return day;
  context.addIssue({ code: 'custom', message: day ? 'calendar.day_outside' : 'calendar.day_missing' });
  return z.NEVER;
});

export const SetDay = z.object({
  day: Day,
  works: z.enum(['on', 'off'], 'calendar.works_missing'),
  name: z.string().max(200).transform(nfc).pipe(z.string().min(1, 'calendar.name_missing')),
  basis: z.string().max(300).transform(nfc).default(''),
});
export const DropDay = z.object({ day: Day });
export const ConfirmYear = z.object({ year: z.coerce.number().int().min(2015).max(2039) });

/** The year that an address names, or another. */
export function yearIn(address: URLSearchParams, otherwise: string): number {
  const parsed = ConfirmYear.shape.year.safeParse(address.get('year') ?? otherwise);
  return parsed.success ? parsed.data : Number(otherwise);
}
