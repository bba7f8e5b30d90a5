import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';

export const ADOPTION_MAX = 2_000;
const lines = z.string().transform(nfcLines).pipe(z.string().max(ADOPTION_MAX, 'registration.part.too_long'));

/** From which model one was learnt, by its code, and what became of its ways. */
export const Adopt = z.object({
  id: Id,
  code: z
    .string()
    .max(60)
    .transform((typed) => typed.trim().toUpperCase())
    .pipe(z.string().min(1, 'adoption.parent.missing')),
  kept: lines.pipe(z.string().min(1, 'adoption.kept.missing')),
  changed: lines.default(''),
  dropped: lines.default(''),
});

export const ForgetAdoption = z.object({ id: Id });
