/** A link within the page that keeps the address and changes the named parameters; null or '' takes one out. */
export function withParams(query: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text === '' ? '?' : `?${text}`;
}

/** The pager's place in a list; every other change of the address must drop it, or it would show a page of another list. */
export const PLACE = { after: null, before: null } as const;
