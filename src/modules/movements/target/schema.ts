import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { TARGET_COLUMNS } from './rules.ts';

const Count = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed),
  z.coerce
    .number('target.number_wrong')
    .int('target.number_wrong')
    .min(0, 'target.number_wrong')
    .max(100_000, 'target.number_wrong')
    .nullable(),
);

/** `unitId`: the unit above, whose officers set it for those directly under it. */
const place = { cycleId: Id, unitId: Id };

/** The table as a whole: what is left empty is asked of nobody any more. */
export const SetTargets = z.object({
  ...place,
  rows: z.array(z.object({ unitId: Id, wanted: Count, forwardMost: Count })).max(2_000),
});

/** One column at once: pasted lines, or a whole shared out, or the same for each. */
export const FillTargets = z.object({
  ...place,
  column: z.enum(TARGET_COLUMNS),
  how: z.enum(['paste', 'share', 'each']),
  pasted: z.string().max(100_000).default(''),
  number: Count.default(null),
});
