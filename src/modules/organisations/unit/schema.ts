import { z } from 'zod';
import { nfc } from '#platform/vietnamese.ts';

/** The province that everything else hangs under, with its official code. */
export const CreateRoot = z.object({
  name: z.string().max(200).transform(nfc).pipe(z.string().min(1)),
  code: z.string().regex(/^\d{1,5}$/),
});
