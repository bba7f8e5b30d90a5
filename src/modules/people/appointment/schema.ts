import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { DUTY, NAMED, named, OF_SECTOR, ONLY_OF_SECTOR, ofSector, onlyOfSector } from '../account/schema.ts';

/** A day as people type it; nothing typed means today. */
const From = z
  .string()
  .trim()
  .optional()
  .transform((typed, context) => {
    if (!typed) return undefined;
    const day = parseDay(typed);
    if (!day) context.addIssue({ code: 'custom', message: 'appointment.day_shape' });
    return day ?? undefined;
  });

/** One more duty for a person, from a day on. */
export const GiveDuty = z
  .object({ ...DUTY, personId: Id, from: From })
  .refine(named, NAMED)
  .refine(ofSector, OF_SECTOR)
  .refine(onlyOfSector, ONLY_OF_SECTOR);

export const EndDuty = z.object({ id: Id, personId: Id });
