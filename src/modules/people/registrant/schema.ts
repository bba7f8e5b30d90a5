import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';

const Name = z.string().max(300).transform(nfc).pipe(z.string().min(1, 'registrant.name_missing'));
const Subject = z.enum(['collective', 'individual']);

/** One registrant, by identity, or else by unit, name and subject: then it is made if it is not there. */
export const EnsureRegistrant = z.object({
  id: Id.optional(),
  unitId: Id,
  name: Name,
  subject: Subject,
});

/** Many at once, for a list read in. */
export const EnsureRegistrants = z.object({
  unitId: z.number().int().positive(),
  /** A day on which that unit stood: a list of a finished year is of a unit of its time. */
  day: z.iso.date(),
  registrants: z.array(
    z.object({
      unitId: z.number().int().positive(),
      name: Name,
      subject: Subject,
      sectorId: z.number().int().positive().nullish(),
      personId: z.number().int().positive().nullish(),
    }),
  ),
});

/** Which sector some registrants belong to; none means: to no sector. */
export const SetSector = z.object({
  ids: z.array(Id).min(1, 'registrant.none_chosen').max(1000),
  sectorId: z.preprocess((typed) => (typed === '' ? undefined : typed), Id.optional()),
});
