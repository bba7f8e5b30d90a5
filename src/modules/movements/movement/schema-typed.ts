import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc, nfcLines, parseDay } from '#platform/vietnamese.ts';

// What is typed wherever a movement, its years or its criteria are set up.

/** Nothing chosen is nothing; anything else a number. */
export const OptionalId = z.preprocess((typed) => (typed === '' ? undefined : typed), Id.optional());
export const line = (missing: string, most = 300) =>
  z.string().max(most).transform(nfc).pipe(z.string().min(1, missing));
export const text = (most = 500) => z.string().max(most).transform(nfcLines).default('');
export const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{1,12}$/, 'movement.code_wrong');

/** Typed as people write a day; afterwards `yyyy-mm-dd`. */
export const Day = z.string().transform((typed, context) => {
  const day = parseDay(typed);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'movement.day_missing' });
  return z.NEVER;
});
export const OptionalDay = z.preprocess((typed) => (typed === '' ? undefined : typed), Day.optional());
/** English may wait: until it is written the Vietnamese name stands for it. */
export const names = { nameVi: line('movement.name_missing'), nameEn: z.string().max(300).transform(nfc).default('') };
