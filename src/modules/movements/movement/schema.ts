import { z } from 'zod';
import { Code, Day, Id, names, OptionalId, text } from './schema-typed.ts';

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
