import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';
import { FEEDBACK_MAX } from './rules-feedback.ts';

/** What is told to a registrant, in at most 4,000 characters. */
export const feedbackText = z
  .string()
  .transform(nfcLines)
  .pipe(z.string().max(FEEDBACK_MAX, 'registration.part.too_long'));

export const TellRegistrant = z.object({
  id: Id,
  feedback: feedbackText.pipe(z.string().min(1, 'registration.feedback_missing')),
});
