import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';

const ref = z.union([z.number().int().positive(), z.string().min(1).max(400)]);
const name = z
  .string()
  .transform(nfc)
  .pipe(z.string().min(1, 'reorganisation.name_missing').max(200, 'reorganisation.too_long'));
const code = z
  .string()
  .trim()
  .max(20, 'reorganisation.too_long')
  .transform((text) => text || null)
  .nullable();
const kind = z.string().trim().max(40);

export const PlanInput = z.object({
  effectiveOn: z.iso.date('reorganisation.day_missing'),
  created: z.array(z.object({ key: z.string().min(1).max(400), name, kind, code, parent: ref.nullable() })).max(5_000),
  ended: z.array(Id).max(20_000),
  changed: z
    .array(
      z.object({
        unitId: Id,
        name: name.optional(),
        kind: kind.optional(),
        code: code.optional(),
        parent: ref.nullable().optional(),
      }),
    )
    .max(20_000),
  successions: z.array(z.object({ from: Id, to: ref, share: z.enum(['whole', 'part']) })).max(20_000),
});

/** A resolution as people cite it: '1654/NQ-UBTVQH15'. */
export const Resolution = z.object({
  resolution: z
    .string()
    .transform(nfc)
    .pipe(z.string().min(1, 'reorganisation.resolution_missing').max(100, 'reorganisation.too_long')),
  issuedOn: z.iso.date('reorganisation.day_missing').nullish(),
});

export const ReorganiseUnits = Resolution.extend({ plan: PlanInput });
export const OneReorganisation = z.object({ id: Id });
