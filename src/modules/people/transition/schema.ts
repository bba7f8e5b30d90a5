import { z } from 'zod';
import { OneReorganisation, ReorganiseUnits } from '#modules/organisations/reorganisation/schema.ts';
import { Id } from '#platform/ids.ts';

export { OneReorganisation };

/** `preview` does everything and then nothing: what would come of it is told, and rolled back. */
export const Reorganise = ReorganiseUnits.extend({ preview: z.boolean().default(false) });

export const DecideProposals = z.object({
  id: Id,
  proposals: z.array(Id).min(1, 'transition.none_selected').max(20_000),
  approve: z.boolean(),
});
