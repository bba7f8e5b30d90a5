import { z } from 'zod';
import { Id } from '#platform/ids.ts';
import { nfc, nfcLines } from '#platform/vietnamese.ts';
import { Prepared } from '../attachment/schema.ts';
import { MOST_LAUNCH_FILES } from './rules.ts';

export const LaunchCycle = z.object({
  cycleId: Id,
  unitId: Id,
  title: z.string().transform(nfc).pipe(z.string().min(1, 'launch.title_missing').max(300, 'launch.title_long')),
  words: z.string().max(10_000, 'launch.words_long').transform(nfcLines).default(''),
  files: z.array(Prepared).max(MOST_LAUNCH_FILES).default([]),
});

export const OpenLaunch = z.object({ id: Id });

export const TakeBackLaunch = z.object({
  id: Id,
  reason: z.string().trim().min(1, 'launch.reason_missing').max(500, 'launch.reason_long'),
});

export const OPENING_SHOWN = ['opened', 'waiting'] as const;
const ASKED = {
  show: z.enum(OPENING_SHOWN),
  q: z.string().trim().min(1).max(100),
  page: z.coerce.number().int().min(1).max(1_000),
};
export type OpeningFilter = { [Name in keyof typeof ASKED]?: z.output<(typeof ASKED)[Name]> };

/** What the address of a launch's openings asks; what cannot be read is dropped. */
export function openingFilterOf(address: URLSearchParams): OpeningFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(ASKED)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as OpeningFilter;
}
