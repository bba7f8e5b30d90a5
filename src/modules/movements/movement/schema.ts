import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { NATIONAL_FIELDS, PART_KINDS } from '../field/rules.ts';
import { Code, Day, names, OptionalDay, OptionalId, text } from './schema-typed.ts';

const movement = { unitId: Id, superiorId: OptionalId, superiorNote: text(), legalBasis: text(), ...names };
export const CreateMovement = z.object({ codePrefix: Code, ...movement });
export const ChangeMovement = z.object({ id: Id, ...movement });

export const SavePhase = z
  .object({ movementId: Id, id: OptionalId, from: Day, until: Day, legalBasis: text(), ...names })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'movement.ends_before' });

/** A field, a linked programme or a title group; only a field is summed under a national one. */
export const SaveNamed = z.object({
  movementId: Id,
  kind: z.enum(PART_KINDS),
  id: OptionalId,
  code: Code,
  national: z.preprocess((typed) => (typed === '' ? undefined : typed), z.enum(NATIONAL_FIELDS).optional()),
  /** The first day on which nothing new stands under it. */
  closedOn: OptionalDay,
  ...names,
});

/** What is removed of a movement, as long as nothing stands on it. */
export const RemovePart = z.object({ movementId: Id, kind: z.enum([...PART_KINDS, 'phase']), id: Id });

/** The title groups that a year offers; none: all that are open. */
export const OfferTitleGroups = z.object({ cycleId: Id, ids: z.array(Id).max(100) });
