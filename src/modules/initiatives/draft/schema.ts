import { z } from 'zod';
import { DraftChange } from '../registration/schema.ts';
import { SimilarAnswer } from '../similarity/schema.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** A new draft: blank, or of a registration that was returned or recalled. */
export const CreateDraft = z.object({ registrationId: id.optional() });

/** What is typed so far, and the version that the writer began from: an older one is refused and both texts stay. */
export const SaveDraft = DraftChange.extend({ id, version: id }).transform(({ id, version, ...content }) => ({
  id,
  version,
  content,
}));

export const DiscardDraft = z.object({ id });

/** What is answered about one model that looks like the draft's. */
export const AnswerSimilar = SimilarAnswer.extend({ id });
