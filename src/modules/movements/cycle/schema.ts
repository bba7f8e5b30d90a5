import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { basis } from '../basis/schema.ts';
import { Day, OptionalDay, OptionalId, text } from '../movement/schema-typed.ts';

const WorkingDays = z.preprocess(
  (typed) => (typed === '' ? undefined : typed),
  z.coerce
    .number('movement.clock_wrong')
    .int('movement.clock_wrong')
    .min(1, 'movement.clock_wrong')
    .max(250, 'movement.clock_wrong')
    .optional(),
);

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
    acceptDays: WorkingDays,
    mendDays: WorkingDays,
    appraiseDays: WorkingDays,
    decideDays: WorkingDays,
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
  ...basis,
  levels: z.array(Level).min(1, 'movement.level_missing'),
});
