import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';
import { BULK_ACTS, BULK_MAX } from './rules.ts';

/** One act on several registrations, each as it stood when it was looked over, under one reason. */
export const ApplyBulk = z.object({
  act: z.enum(BULK_ACTS),
  picks: z
    .array(z.object({ id: Id, version: Id }))
    .min(1, 'registration.none_selected')
    .max(BULK_MAX, 'bulk.too_many'),
  reason: z.string().transform(nfcLines).pipe(z.string().max(2_000, 'registration.part.too_long')).default(''),
  until: z.enum(['day', 'next_cycle']).default('day'),
  on: z.string().max(20).default(''),
});
