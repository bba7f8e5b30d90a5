import { z } from 'zod';
import { MoveRegistration } from '#modules/initiatives/registration/schema.ts';
import { parseDay } from '#platform/vietnamese.ts';

/** A deferral: until a day, typed as people write it, or until the next cycle. */
export const DeferRegistration = MoveRegistration.extend({
  until: z.enum(['day', 'next_cycle'], 'registration.defer_until.missing'),
  on: z.string().max(20).default(''),
}).transform(({ until, on, ...rest }, context) => {
  if (until === 'next_cycle') return { ...rest, comesBackOn: null };
  const day = parseDay(on);
  if (day) return { ...rest, comesBackOn: day };
  context.addIssue({ code: 'custom', path: ['on'], message: 'registration.defer_day.missing' });
  return z.NEVER;
});
