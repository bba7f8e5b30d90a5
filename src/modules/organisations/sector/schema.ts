import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { parseDay } from '#platform/vietnamese.ts';

/** A unit by its official code of today, the sector that it belongs to from a day on; no sector ends what it had. */
export const SetUnitSector = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, 'sector.unit_missing'),
  sectorId: z.preprocess((typed) => (typed === '' ? undefined : typed), Id.optional()),
  from: z.string().transform((typed, context) => {
    const day = parseDay(typed);
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'sector.day_missing' });
    return z.NEVER;
  }),
});
