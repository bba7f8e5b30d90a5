import { z } from 'zod';
import { Count, Id } from '#platform/ids.ts';
import { nfcLines, parseDay } from '#platform/vietnamese.ts';
import { FINDING_NAMES, STANDINGS } from './rules.ts';

export const NOTE_MAX = 2_000;

/** One act on a model; `seen` is the last one that its page showed, so that nobody answers what has changed meanwhile. */
export const KeepUp = z.object({
  id: Id,
  finding: z.enum(FINDING_NAMES).or(z.literal('')).default(''),
  note: z.string().transform(nfcLines).pipe(z.string().max(NOTE_MAX, 'registration.part.too_long')).default(''),
  seen: Count.optional(),
});

/** `stock`: all that are being kept up; `recognised`: all that were recognised in the cycle, however they stand. */
export const SHOWN = ['stock', ...STANDINGS, 'recognised'] as const;

const FILTER = {
  /** On which day things stood so, as people type it. */
  on: z.string().max(20).transform(parseDay).pipe(z.string()),
  cycle: Id,
  unit: Id,
  show: z.enum(SHOWN),
  after: z.string().regex(/^\d{4}-\d\d-\d\d_\d{1,9}$/),
};
export type UpkeepFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> };

/** The filter that an address holds; what cannot be read is dropped. */
export function upkeepFilterOf(address: URLSearchParams): UpkeepFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as UpkeepFilter;
}
