import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfcLines, parseDay } from '#platform/vietnamese.ts';
import { WORDS_MAX } from './rules.ts';

const words = (max: number) =>
  z
    .string()
    .transform((typed) => nfcLines(typed).trim())
    .pipe(z.string().max(max, 'registration.part.too_long'));

/** A request about the model of a code, for a unit or a registrant of one's own. */
export const AskToLearn = z.object({
  model: z
    .string()
    .max(60)
    .transform((typed) => typed.trim().toUpperCase()),
  asker: z.string().regex(/^(unit|registrant)-\d{1,9}$/, 'learning.asker_missing'),
  wish: words(WORDS_MAX).pipe(z.string().min(1, 'learning.wish_missing')),
});

/** Who shows the asker round, on which day and where. */
export const WelcomeLearner = z.object({
  id: Id,
  mentor: words(300).pipe(z.string().min(1, 'learning.mentor_missing')),
  visitOn: z.string().transform((typed, check) => {
    const day = parseDay(typed);
    if (day === null) check.addIssue({ code: 'custom', message: 'learning.day_missing' });
    return day ?? '';
  }),
  place: words(300).default(''),
  answer: words(WORDS_MAX).default(''),
});

export const DeclineLearner = z.object({
  id: Id,
  reason: words(WORDS_MAX).pipe(z.string().min(1, 'learning.reason_missing')),
});
export const WithdrawLearning = z.object({ id: Id });
