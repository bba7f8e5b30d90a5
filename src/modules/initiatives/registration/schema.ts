import { z } from 'zod';
import { PARTS, type Part } from '#modules/movements/guidance/rules.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Count, Id, idOr } from '#platform/ids.ts';
import { nfc, nfcLines, parseDay } from '#platform/vietnamese.ts';
import { SimilarAnswers } from '../similarity/schema.ts';
import { SUBJECTS } from './rules.ts';

export { PARTS, type Part };

export const NAME_MAX = 300;
const PART_MAX = 10_000;

/** Most characters that a draft keeps of one box: more than may be sent, so that an over-long text is mended and not lost. */
export const DRAFT_MAX = 20_000;

/** One line, or lines, as people type them: repaired, trimmed, at most `max` characters. */
const line = (max: number) => z.string().transform(nfc).pipe(z.string().max(max, 'registration.part.too_long'));
const lines = (max: number) => z.string().transform(nfcLines).pipe(z.string().max(max, 'registration.part.too_long'));

// Ticked boxes come as a list in any order, perhaps twice; two registrations of one level cannot be.
const levels = z.array(z.enum(LEVELS)).transform((ticked) => LEVELS.filter((level) => ticked.includes(level)));
const programmes = z
  .array(Id)
  .max(20)
  .transform((ticked) => [...new Set(ticked)]);

const TYPED = {
  ...(Object.fromEntries(PARTS.map((part) => [part, lines(DRAFT_MAX)])) as Record<Part, ReturnType<typeof lines>>),
  name: line(DRAFT_MAX),
  unitId: Count,
  registrantName: line(2_000),
  subject: z.union([z.enum(SUBJECTS), z.literal('')]),
  fieldId: Count,
  cycleId: Count,
  levels,
  programmes,
  /** A day that is understood is kept as `yyyy-mm-dd`; anything else as it was typed, to be mended. */
  paperOn: line(300).transform((typed) => parseDay(typed) ?? typed),
  signedBy: line(2_000),
  lateReason: lines(DRAFT_MAX),
};

/** What a save of a draft brings: the boxes of one section or of all; what is not there stays as it was. */
export const DraftChange = z.object(TYPED).partial();
export type DraftChange = z.output<typeof DraftChange>;

/** What a draft may hold: anything a person has typed so far. */
export const DraftContent = z.object({
  ...(Object.fromEntries(PARTS.map((part) => [part, TYPED[part].default('')])) as Record<
    Part,
    z.ZodDefault<ReturnType<typeof lines>>
  >),
  unitId: Count.default(0),
  registrantName: TYPED.registrantName.default(''),
  subject: TYPED.subject.default(''),
  fieldId: Count.default(0),
  cycleId: Count.default(0),
  levels: levels.default([]),
  programmes: programmes.default([]),
  paperOn: TYPED.paperOn.default(''),
  signedBy: TYPED.signedBy.default(''),
  lateReason: TYPED.lateReason.default(''),
  /** What was answered about models that look like this one. */
  similar: SimilarAnswers,
});
export type DraftContent = z.output<typeof DraftContent>;

const required = (part: Part) => lines(PART_MAX).pipe(z.string().min(1, `registration.part_missing.${part}`));

/** What may be sent: every part filled in, one subject, at least one level. */
export const RegistrationContent = z.object({
  ...(Object.fromEntries(PARTS.map((part) => [part, required(part)])) as Record<Part, ReturnType<typeof required>>),
  name: line(NAME_MAX).pipe(z.string().min(1, 'registration.part_missing.name')),
  unitId: idOr('registration.unit.missing'),
  registrantName: line(NAME_MAX).pipe(z.string().min(1, 'registration.registrant.missing')),
  subject: z.enum(SUBJECTS, 'registration.subject.missing'),
  fieldId: idOr('registration.field.missing'),
  cycleId: idOr('registration.cycle.missing'),
  levels: levels.pipe(z.array(z.enum(LEVELS)).min(1, 'registration.levels.missing')),
  programmes: programmes.default([]),
  paperOn: line(300)
    .refine((day) => day === '' || parseDay(day) === day, 'registration.paper.day_wrong')
    .default(''),
  signedBy: line(NAME_MAX).default(''),
  lateReason: lines(2_000).default(''),
  similar: SimilarAnswers,
});
export type RegistrationContent = z.output<typeof RegistrationContent>;

/** One act on one registration; `version` is the one that the person saw. */
export const MoveRegistration = z.object({
  id: Id,
  version: Id.optional(),
  reason: lines(2_000).default(''),
});

/** A return, with a reason for each part that needs work. */
export const ReturnRegistration = MoveRegistration.extend({
  parts: z.partialRecord(z.enum(PARTS), lines(2_000)).default({}),
});
