import { z } from 'zod';
import { NATIONAL_FIELDS } from '#modules/movements/field/rules.ts';
import { LEVELS } from '#modules/organisations/unit/rules.ts';
import { Id } from '#platform/ids.ts';
import { STATES, type State, SUBJECTS } from './rules.ts';

const STATE_NAMES = Object.keys(STATES) as [State, ...State[]];

export const SORT_NAMES = ['-entered', 'entered', 'name', '-name', 'submitted', '-submitted'] as const;

/** What the list's address may say; anything else in it is dropped, one by one, rather than refused. */
const FILTER = {
  q: z.string().trim().min(1).max(200),
  cycle: Id,
  level: z.enum(LEVELS),
  unit: Id,
  state: z.enum([...STATE_NAMES, 'open', 'counted', 'carried_out']),
  field: Id,
  /** The fields under a national one; `none`: those under none. */
  national: z.enum([...NATIONAL_FIELDS, 'none']),
  sector: z.union([Id, z.literal('none')]),
  /** With `unit`: its own registrations alone, not those under it. */
  own: z.literal('1'),
  /** With `unit`: on the tree of which day, and by which unit a row counts (as recorded, the one that answers for it, that of its place). */
  on: z.iso.date(),
  view: z.enum(['then', 'now', 'origin']),
  subject: z.enum(SUBJECTS),
  decision: Id,
  /** First sent after the last day in time; over the day of its station, as of a day. */
  late: z.literal('1'),
  overdue: z.iso.date(),
  sort: z.enum(SORT_NAMES),
  // Holds the name of a page's last line: 500 characters of up to three bytes, written in base 64.
  after: z.string().max(3_000),
};

export type RegistrationFilter = { [Name in keyof typeof FILTER]?: z.output<(typeof FILTER)[Name]> } & {
  /** Instead of a cycle, the day (`yyyy-mm-dd`) whose current one is meant; no address says it. */
  currentOn?: string;
};

/** The filter that an address holds. */
export function filterOf(address: URLSearchParams): RegistrationFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(FILTER)) {
    const parsed = schema.safeParse(address.get(name) ?? undefined);
    if (parsed.success) filter[name] = parsed.data;
  }
  return filter as RegistrationFilter;
}

/** Whether an address says itself which cycles it shows: one, or with `cycle=all` every one. */
const saysCycle = (address: URLSearchParams): boolean =>
  address.get('cycle') === 'all' || FILTER.cycle.safeParse(address.get('cycle')).success;

/** The filter of a page of the list: an address without a cycle shows the current one, which its reader knows. */
export function listFilterOf(address: URLSearchParams, current: { id: number } | undefined): RegistrationFilter {
  const filter = filterOf(address);
  return saysCycle(address) || !current ? filter : { ...filter, cycle: current.id };
}

/** The same for who needs to know no more of the current cycle than the day. */
export function listFilterOn(address: URLSearchParams, today: string): RegistrationFilter {
  const filter = filterOf(address);
  return saysCycle(address) ? filter : { ...filter, currentOn: today };
}
