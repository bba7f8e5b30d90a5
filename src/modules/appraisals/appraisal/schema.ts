import { z } from 'zod';
import { feedbackText } from '#modules/initiatives/registration/schema-feedback.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { nfcLines } from '#platform/vietnamese.ts';
import { VERDICTS } from './rules.ts';

export const REASON_MAX = 2_000;

/** A filled-in sheet; `version` is the registration as the appraiser saw it, `asked` the criteria on that sheet. */
export const GiveVerdict = z.object({
  registrationId: Id,
  version: Id.optional(),
  verdict: z.enum(VERDICTS, 'appraisal.verdict_missing'),
  asked: z.array(Id).max(200),
  met: z.array(Id).max(200),
  reason: z.string().transform(nfcLines).pipe(z.string().max(REASON_MAX, 'registration.part.too_long')).default(''),
  /** What the registrant is told beside the verdict. */
  feedback: feedbackText.default(''),
});

export const QUEUE_TABS = ['todo', 'waiting', 'done'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

const FILTER = {
  tab: z.enum(QUEUE_TABS),
  q: z.string().trim().min(1).max(200),
  cycle: Id,
  level: z.enum(LEVELS),
  after: z.string().max(200),
};
export type QueueFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> };

/** The filter that an address holds; what cannot be read is dropped. */
export function queueFilterOf(address: URLSearchParams): QueueFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as QueueFilter;
}
