const SINCE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:?\d\d)?$/;

/** A place in the queue as an address carries it: since when it waits (as the database writes it, to the microsecond) and its id. */
export function placeOf(since: string, id: number): string {
  return `${id}_${since.replace(' ', 'T')}`;
}

/** The place that was written so; a broken one is none. */
export function readPlace(text: string | undefined): { since: string; id: number } | undefined {
  const [, id, since] = /^(\d{1,9})_(.+)$/.exec(text ?? '') ?? [];
  const spaced = since?.replace('T', ' ') ?? '';
  return SINCE.test(spaced) ? { since: spaced, id: Number(id) } : undefined;
}
