import { z } from 'zod';
import { nfcLines } from '#platform/vietnamese.ts';

const ANSWERS = ['continues', 'different'] as const;
export type Answer = (typeof ANSWERS)[number];

const code = z.string().regex(/^[A-Z0-9]{1,20}-\d{4}-\d{5,9}$/);
const reason = z.string().transform(nfcLines).pipe(z.string().max(2_000, 'registration.part.too_long'));

/** What was said of one near-duplicate, by the number of the other model. */
export const SimilarAnswer = z.object({ code, answer: z.enum(ANSWERS), reason: reason.default('') });
export type SimilarAnswer = z.output<typeof SimilarAnswer>;

export const SimilarAnswers = z.array(SimilarAnswer).max(50).default([]);
