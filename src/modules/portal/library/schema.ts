import { z } from 'zod';
import { Id } from '#platform/ids.ts';

const MOST_TYPED = 200;

/** What the library's address may say; anything else in it is dropped. */
const FILTER = {
  q: z
    .string()
    .trim()
    .min(1)
    .transform((text) => text.slice(0, MOST_TYPED).trim().toWellFormed()),
  linh_vuc: Id,
  don_vi: Id,
  nam: Id,
  /** The page after, or before, a model. */
  sau: Id,
  truoc: Id,
};
export type LibraryFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> };

/** The filter that an address holds. */
export function libraryFilterOf(address: URLSearchParams): LibraryFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as LibraryFilter;
}

/** The one address of a filter, whatever else stood in the address that was asked for. */
export function addressOfFilter(filter: LibraryFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
}
