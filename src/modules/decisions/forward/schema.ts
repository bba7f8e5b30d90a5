import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { nfcLines } from '#platform/vietnamese.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** A unit puts forward what it has recognised at a level in a year. */
export const PutForward = z.object({
  cycleId: id,
  level: z.enum(LEVELS),
  unitId: id,
  ids: z.array(id).min(1, 'forward.none_chosen').max(1_000),
  reason: z.string().max(1_000, 'forward.reason_long').transform(nfcLines).default(''),
});
