import { z } from 'zod';
import { feedbackText } from '#modules/initiatives/registration/schema-feedback.ts';
import { Count, Id } from '#platform/ids.ts';

/** What the page showed, so that nobody writes over what another has written meanwhile. */
const seen = Count;

/** Laid beside the staged verdict, in its revision `seen`; empty: nothing is sent with it. */
export const PrepareFeedback = z.object({ registrationId: Id, seen, feedback: feedbackText });
/** Sent at once; `seen` is what was said last, 0 when nothing was. */
export const GiveFeedback = z.object({
  registrationId: Id,
  seen,
  feedback: feedbackText.pipe(z.string().min(1, 'registration.feedback_missing')),
});
export const ReadFeedback = z.object({
  registrationId: Id,
  seen: Id,
});
