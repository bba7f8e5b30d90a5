import { z } from 'zod';
import { basis } from '#modules/movements/basis/schema.ts';
import { Day } from '#modules/movements/movement/schema-typed.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { nfc, nfcLines } from '#platform/vietnamese.ts';
import { AGGREGATES, TIES } from './rules.ts';

const whole = (least: number, most: number, code: string) =>
  z.coerce.number(code).int(code).min(least, code).max(most, code);

export const SaveReviewRule = z.object({
  cycleId: Id,
  level: z.enum(LEVELS),
  aggregate: z.enum(AGGREGATES),
  wanted: whole(1, 20, 'review.wanted_wrong'),
  cap: z.preprocess((typed) => (typed === '' ? undefined : typed), whole(1, 10_000, 'review.cap_wrong').optional()),
  spread: whole(1, 100, 'review.spread_wrong'),
  ...basis,
});
export const DropReviewRule = z.object({ cycleId: Id, level: z.enum(LEVELS) });

export const NOTE_MAX = 2_000;
const note = z.string().transform(nfcLines).pipe(z.string().max(NOTE_MAX, 'registration.part.too_long'));

/** Points as they were typed, by the id of the line; a line that is only met or not stands there when it is ticked. */
export const GiveReview = z.object({
  registrationId: Id,
  asked: z.array(Id).max(200),
  points: z.record(z.string(), z.string().max(20)),
  /** For the council. */
  note: note.default(''),
  /** For the registrant, who reads one text made of everybody's. */
  advice: note.default(''),
});
export const Recuse = z.object({ registrationId: Id, tie: z.enum([...TIES, 'other'], 'review.tie_missing') });
export const DeclareTie = z.object({
  registrationId: Id,
  personId: Id,
  tie: z.enum(TIES, 'review.tie_missing'),
});
export const AddVisit = z.object({
  registrationId: Id,
  seenOn: Day,
  visitors: z
    .string()
    .max(500, 'registration.part.too_long')
    .transform(nfc)
    .pipe(z.string().min(1, 'review.visitors_missing')),
  seen: z
    .string()
    .transform(nfcLines)
    .pipe(z.string().min(1, 'review.seen_missing').max(5_000, 'registration.part.too_long')),
});
export const AskBlind = z.object({
  registrationId: Id,
  username: z.string().trim().min(1, 'review.blind_nobody').max(100),
});
export const GiveBlind = GiveReview.omit({ registrationId: true }).extend({ reviewId: Id });
