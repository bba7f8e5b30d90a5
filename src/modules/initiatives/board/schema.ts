import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { nfc } from '#platform/vietnamese.ts';
import { SHOWN } from './rules.ts';

export const SORTS = [
  'name',
  '-sent',
  'sent',
  '-late',
  'late',
  '-returned',
  'returned',
  '-overdue',
  'overdue',
] as const;

const FILTER = {
  cycle: Id,
  level: z.enum(LEVELS),
  unit: Id,
  show: z.enum(SHOWN),
  sort: z.enum(SORTS),
  /** How many lines come before the page: the board is worked out whole anyway, since its sums are. */
  after: z.coerce.number().int().min(0).max(1_000_000),
};
export type BoardFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> };

/** The filter that an address holds; what is not one is dropped. */
export function boardFilterOf(address: URLSearchParams): BoardFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as BoardFilter;
}

export const Remind = z.object({
  cycleId: Id,
  level: z.enum(LEVELS),
  units: z.array(Id).min(1, 'board.none_chosen').max(2000),
  note: z.string().max(500).transform(nfc).default(''),
});
