import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { nfc, nfcLines, parseDay } from '#platform/vietnamese.ts';

const Id = z.coerce.number().int().positive();
/** Nothing chosen is nothing; anything else a number. */
const OptionalId = z.preprocess((typed) => (typed === '' ? undefined : typed), Id.optional());
const line = (missing: string, most = 300) => z.string().max(most).transform(nfc).pipe(z.string().min(1, missing));
const text = (most = 500) => z.string().max(most).transform(nfcLines).default('');
const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{1,12}$/, 'movement.code_wrong');

/** Typed as people write a day; afterwards `yyyy-mm-dd`. */
const Day = z.string().transform((typed, context) => {
  const day = parseDay(typed);
  if (day) return day;
  context.addIssue({ code: 'custom', message: 'movement.day_missing' });
  return z.NEVER;
});
const OptionalDay = z.preprocess((typed) => (typed === '' ? undefined : typed), Day.optional());
/** English may wait: until it is written the Vietnamese name stands for it. */
const names = { nameVi: line('movement.name_missing'), nameEn: z.string().max(300).transform(nfc).default('') };

const movement = { unitId: Id, superiorId: OptionalId, superiorNote: text(), legalBasis: text(), ...names };
export const CreateMovement = z.object({ codePrefix: Code, ...movement });
export const ChangeMovement = z.object({ id: Id, ...movement });

export const SavePhase = z
  .object({ movementId: Id, id: OptionalId, from: Day, until: Day, legalBasis: text(), ...names })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'movement.ends_before' });

export const SaveNamed = z.object({
  movementId: Id,
  kind: z.enum(['field', 'programme']),
  id: OptionalId,
  code: Code,
  ...names,
});

/** One level of a cycle: a level without a due day does not take part. */
const Level = z
  .object({
    level: z.enum(LEVELS),
    registerDueOn: Day,
    graceUntil: OptionalDay,
    lockedFrom: OptionalDay,
    appraiseDueOn: Day,
    appraisingBody: text(200),
    recognisingBody: text(200),
  })
  .refine((each) => !each.graceUntil || each.graceUntil >= each.registerDueOn, {
    path: ['graceUntil'],
    message: 'movement.grace_before_due',
  })
  .refine((each) => !each.lockedFrom || each.lockedFrom > (each.graceUntil ?? each.registerDueOn), {
    path: ['lockedFrom'],
    message: 'movement.locked_before_due',
  })
  .refine((each) => each.appraiseDueOn >= each.registerDueOn, {
    path: ['appraiseDueOn'],
    message: 'movement.appraise_before_due',
  });

const Year = z.coerce
  .number('movement.year_wrong')
  .int('movement.year_wrong')
  .min(1990, 'movement.year_wrong')
  .max(2100, 'movement.year_wrong');

/** A new year of a movement: a copy of another with every day moved by whole years, or a bare one to be filled in. */
export const AddCycle = z.object({ movementId: Id, year: Year, fromId: OptionalId });
export const SaveCycle = z.object({
  id: Id,
  opensOn: Day,
  referenceDay: Day,
  legalBasis: text(),
  levels: z.array(Level).min(1, 'movement.level_missing'),
});

export const SaveCriterion = z.object({
  cycleId: Id,
  id: OptionalId,
  subject: z.enum(['collective', 'individual']),
  textVi: line('movement.criterion_missing', 1000),
  textEn: z.string().max(1000).transform(nfc).default(''),
  source: text(),
});
export const DropCriterion = z.object({ cycleId: Id, id: Id });
