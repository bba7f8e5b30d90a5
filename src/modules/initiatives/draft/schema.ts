import { z } from 'zod';
import { Count, Id } from '#platform/ids.ts';
import { DraftChange } from '../registration/schema.ts';
import { SimilarAnswer } from '../similarity/schema.ts';

/** A new draft: blank, or of a registration that was returned or recalled. */
export const CreateDraft = z.object({ registrationId: Id.optional() });

/**
 * What is typed so far, the version that it began from, and which page saves for the how-manieth time: over another page's newer
 * text it is refused and both stay.
 */
export const SaveDraft = DraftChange.extend({
  id: Id,
  version: Id,
  writer: z.string().max(40).default(''),
  count: Count.default(0),
}).transform(({ id, version, writer, count, ...content }) => ({ id, version, writer, writerCount: count, content }));

/** What forms filled in elsewhere hold, and the name of the file that they stood in. */
export const DraftsFromFile = z.object({ forms: z.array(DraftChange).min(1).max(50), fileName: z.string().max(300) });

export const DiscardDraft = z.object({ id: Id });

/** What is answered about one model that looks like the draft's. */
export const AnswerSimilar = SimilarAnswer.extend({ id: Id });
