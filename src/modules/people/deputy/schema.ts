import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { parseDay } from '#platform/vietnamese.ts';
import { usernameOf } from '../account/rules.ts';

/** Typed as people write a day; afterwards `yyyy-mm-dd`. */
const Day = z
  .string()
  .default('')
  .transform((typed, context) => {
    const day = parseDay(typed);
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'deputy.day_missing' });
    return z.NEVER;
  });

/** Who stands for the holder of an appointment, by user name, from a day to a day, both included. */
export const NameDeputy = z
  .object({
    /** Whose it is. */
    personId: Id,
    appointmentId: z.preprocess((typed) => typed || undefined, Id.optional()),
    username: z.string().default('').transform(usernameOf).pipe(z.string().min(1, 'deputy.username_missing')),
    from: Day,
    until: Day,
  })
  .refine(({ appointmentId }) => appointmentId !== undefined, {
    path: ['appointmentId'],
    message: 'deputy.office_missing',
  });
export const EndDeputy = z.object({ id: Id });
