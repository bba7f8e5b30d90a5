import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';

/** A unit puts forward what it has recognised at a level in a year. */
export const PutForward = z.object({
  cycleId: Id,
  level: z.enum(LEVELS),
  unitId: Id,
  ids: z.array(Id).min(1, 'forward.none_chosen').max(1_000),
  reason: z.string().max(1_000, 'forward.reason_long').transform(nfcLines).default(''),
});
