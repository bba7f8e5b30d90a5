import { z } from 'zod';
import { nfcLines, parseDay } from '#platform/vietnamese.ts';
import { FINDING_NAMES, STANDINGS } from './rules.ts';

const id = z.coerce.number().int().positive().max(2_147_483_647);

export const NOTE_MAX = 2_000;

/** One act on a model; `seen` is the last one that its page showed, so that nobody answers what has changed meanwhile. */
export const KeepUp = z.object({
  id,
  finding: z.enum(FINDING_NAMES).or(z.literal('')).default(''),
  note: z.string().transform(nfcLines).pipe(z.string().max(NOTE_MAX, 'registration.part.too_long')).default(''),
  seen: z.coerce.number().int().nonnegative().max(2_147_483_647).optional(),
});

/** `stock`: all that are being kept up; `recognised`: all that were recognised in the cycle, however they stand. */
export const SHOWN = ['stock', ...STANDINGS, 'recognised'] as const;

const FILTER = {
  /** On which day things stood so, as people type it. */
  on: z.string().max(20).transform(parseDay).pipe(z.string()),
  cycle: id,
  unit: id,
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
