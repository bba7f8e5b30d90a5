import { parseDay } from '#platform/vietnamese.ts';

/** Branches that one address may hold open; more than that is no tree to look at but a list. */
const MOST_OPEN = 20;

/** What the page of units is asked for. */
export interface UnitsAsked {
  day: string;
  /** What was typed for a day and could not be read. */
  unreadable: string | null;
  query: string;
  open: number[];
  /** One branch alone, as script and its own address ask for it. */
  branch: number | null;
}

const idsIn = (text: string | null) =>
  (text ?? '')
    .split(',')
    .filter((each) => /^[1-9]\d{0,8}$/.test(each))
    .map(Number);

/** Reads an address; a day that cannot be read is today. */
export function askedIn(address: URLSearchParams, today: string): UnitsAsked {
  const typed = address.get('on') ?? '';
  const day = parseDay(typed);
  return {
    day: day ?? today,
    unreadable: typed && !day ? typed : null,
    query: address.get('q')?.trim() ?? '',
    open: [...new Set(idsIn(address.get('open')))].slice(-MOST_OPEN),
    branch: idsIn(address.get('branch'))[0] ?? null,
  };
}
