import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';
import { basis } from '../basis/schema.ts';
import { line, OptionalId, text } from '../movement/schema-typed.ts';
import { anchorsOf } from './rules.ts';

const Points = z.preprocess(
  (typed) => (typed === '' ? undefined : typed),
  z.coerce
    .number('movement.points_wrong')
    .int('movement.points_wrong')
    .min(1, 'movement.points_wrong')
    .max(1000, 'movement.points_wrong')
    .optional(),
);

/** A line of what a year asks; with `unitId` an addition of that unit, asked there and under it. */
export const SaveCriterion = z
  .object({
    cycleId: Id,
    id: OptionalId,
    unitId: OptionalId,
    subject: z.enum(['collective', 'individual']),
    textVi: line('movement.criterion_missing', 1000),
    textEn: z.string().max(1000).transform(nfc).default(''),
    source: text(),
    points: Points,
    anchors: text(2000),
    ...basis,
  })
  .refine(({ anchors, points }) => anchorsOf(anchors, points ?? -1) !== undefined, {
    path: ['anchors'],
    message: 'movement.anchors_wrong',
  });
export const DropCriterion = z.object({ cycleId: Id, unitId: OptionalId, id: Id });
