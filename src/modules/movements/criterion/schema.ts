import { z } from 'zod';
import { nfc } from '#platform/vietnamese.ts';
import { Id, line, OptionalId, text } from '../movement/schema-typed.ts';

export const SaveCriterion = z.object({
  cycleId: Id,
  id: OptionalId,
  subject: z.enum(['collective', 'individual']),
  textVi: line('movement.criterion_missing', 1000),
  textEn: z.string().max(1000).transform(nfc).default(''),
  source: text(),
});
export const DropCriterion = z.object({ cycleId: Id, id: Id });
