import { z } from 'zod';
import { nfcLines } from '#platform/vietnamese.ts';
import { BULK_ACTS, BULK_MAX } from './rules.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** One act on several registrations, each as it stood when it was looked over, under one reason. */
export const ApplyBulk = z.object({
  act: z.enum(BULK_ACTS),
  picks: z
    .array(z.object({ id, version: id }))
    .min(1, 'registration.none_selected')
    .max(BULK_MAX, 'bulk.too_many'),
  reason: z.string().transform(nfcLines).pipe(z.string().max(2_000, 'registration.part.too_long')).default(''),
  until: z.enum(['day', 'next_cycle']).default('day'),
  on: z.string().max(20).default(''),
});
