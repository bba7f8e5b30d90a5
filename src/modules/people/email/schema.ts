import { z } from 'zod';
import { Id } from '#platform/ids.ts';

/** An address as people type it, in small letters. */
export const Email = z
  .string()
  .trim()
  .min(1, 'email.missing')
  .max(200, 'email.shape')
  .transform((typed) => typed.normalize('NFC').toLowerCase())
  .pipe(z.string().regex(/^[^\s@<>()[\],;:"\\]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/, 'email.shape'));

export const AskEmail = z.object({ email: Email });
export const SetEmailOf = z.object({
  personId: Id,
  email: z.union([z.string().trim().length(0), Email]),
});
export const SendProof = z.object({ personId: z.number(), email: z.string() });
export const TakeEmail = z.object({ token: z.string().max(200) });
