import { addressOfFilter, libraryFilterOf } from '#modules/portal/library/schema.ts';

/** The page of the news list that an address asks for, from 1. */
export function newsPageOf(query: URLSearchParams): number {
  const asked = query.get('trang') ?? '';
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
}

/**
 * The one address of what a portal page shows: its path, and of the parameters only those that it knows. Pages show and keep
 * nothing else of the address, so a stranger's parameters reach nobody.
 */
export function addressOf({ pathname, searchParams }: URL): string {
  const query = queryOf(pathname, searchParams).toString();
  return query === '' ? pathname : `${pathname}?${query}`;
}

function queryOf(path: string, query: URLSearchParams): URLSearchParams {
  if (path === '/mo-hinh') return addressOfFilter(libraryFilterOf(query));
  const page = newsPageOf(query);
  return new URLSearchParams(path === '/tin-tuc' && page > 1 ? { trang: String(page) } : {});
}
