import { z } from 'zod';
import { nfcLines } from '#platform/vietnamese.ts';
import { FEEDBACK_MAX } from './rules-feedback.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** What is told to a registrant, in at most 4,000 characters. */
export const feedbackText = z
  .string()
  .transform(nfcLines)
  .pipe(z.string().max(FEEDBACK_MAX, 'registration.part.too_long'));

export const TellRegistrant = z.object({
  id,
  feedback: feedbackText.pipe(z.string().min(1, 'registration.feedback_missing')),
});
