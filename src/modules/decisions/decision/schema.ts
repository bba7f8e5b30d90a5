import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { nfc, parseDay } from '#platform/vietnamese.ts';

const line = (max: number) => z.string().max(2_000).transform(nfc).pipe(z.string().max(max, 'decision.too_long'));

const NUMBER_MAX = 100;

/** A day as people type it (24/02/2020), as `yyyy-mm-dd`. */
const Day = z
  .string('decision.date.missing')
  .max(100)
  .transform((typed, context) => {
    if (typed.trim() === '') context.addIssue({ code: 'custom', message: 'decision.date.missing' });
    else if (parseDay(typed) === null) context.addIssue({ code: 'custom', message: 'decision.date.wrong' });
    return parseDay(typed) ?? '';
  });

const Place = { cycleId: Id, level: z.enum(LEVELS), unitId: Id };

/** The first page of a decision, and where it stands. */
const DecisionInput = z.object({
  ...Place,
  number: line(NUMBER_MAX).pipe(z.string().min(1, 'decision.number.missing')),
  decidedOn: Day,
  signer: line(200).pipe(z.string().min(1, 'decision.signer.missing')),
  signerPost: line(200).default(''),
  /** What its models are named as. */
  titleGroupId: z.preprocess((typed) => (typed === '' ? undefined : typed), Id.optional()),
});

/** The whole: first page, and the proposed registrations that it names, each as it was seen. */
export const RecogniseBatch = DecisionInput.extend({
  picks: z
    .array(z.object({ id: Id, version: Id }))
    .min(1, 'decision.none_chosen')
    .max(20_000),
});

/** A decision that another paper refers to, such as the one under which a finished year's list was recognised. */
export const EnsureDecision = z.object({
  ...Place,
  number: line(NUMBER_MAX).pipe(z.string().min(1, 'decision.number.missing')),
  decidedOn: Day,
  signer: line(200).default(''),
});

const FILTER = { cycle: Id, level: z.enum(LEVELS), q: z.string().trim().min(1).max(100), after: Id };
export type DecisionFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> };

/** The filter that an address holds; what cannot be read is dropped. */
export function decisionFilterOf(address: URLSearchParams): DecisionFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as DecisionFilter;
}
