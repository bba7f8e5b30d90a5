import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';
import { viewOf } from './rules.ts';

const name = z
  .string()
  .transform(nfc)
  .pipe(z.string().min(1, 'view.name_missing').max(100, 'registration.part.too_long'));
const ticked = z.preprocess((value) => value === true || value === 'yes', z.boolean());

/** A view under its name: one's own of the same name is written over. */
export const SaveView = z.object({
  name,
  address: z
    .string()
    .max(2_000)
    .transform((text) => viewOf(new URLSearchParams(text))),
  isDefault: ticked,
  shared: ticked,
});

export const ChangeView = z.object({ id: Id, name, isDefault: ticked, shared: ticked });
export const RemoveView = z.object({ id: Id });
