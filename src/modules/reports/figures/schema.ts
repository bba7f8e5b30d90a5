import { z } from 'zod';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { BYS, VIEWS } from './rules.ts';
import { SORTS, type Sort } from './rules-sort.ts';

/** What the address of the figures may say; anything else in it is dropped, one by one, rather than refused. */
const ADDRESS = {
  cycle: z.string().trim().min(1).max(40),
  level: z.enum(LEVELS),
  unit: Id,
  by: z.enum(BYS),
  view: z.enum(VIEWS),
  on: z.iso.date(),
  sort: z.enum(SORTS.flatMap((name): Sort[] => [name, `-${name}`]) as [Sort, ...Sort[]]),
};

export type FiguresAddress = { [Name in keyof typeof ADDRESS]?: z.output<(typeof ADDRESS)[Name]> };

/** The question that an address asks. */
export function askedIn(address: URLSearchParams): FiguresAddress {
  const asked: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(ADDRESS)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) asked[name] = parsed.data;
  }
  return asked as FiguresAddress;
}
