import { type RawBuilder, sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import { currentCycleId } from '#modules/movements/cycle/server/queries.ts';
import { daysLeft } from '#modules/organisations/calendar/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import { OPEN_STATES, type State, type Subject } from '../rules.ts';
import { countedTo } from '../rules-list.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { PLACE_NAMES } from './queries-names.ts';
import { AMONG_HITS, FREQUENT, HIT_COUNT, hitsOf, holds } from './queries-text.ts';
import { atUnit } from './queries-unit.ts';

/** One line of the list. */
export interface RegistrationLine {
  id: number;
  initiativeId: number;
  code: string;
  name: string;
  registrant: string | null;
  unitId: number;
  /** As named on the cycle's reference day. */
  unit: string | null;
  parent: string | null;
  fieldId: number;
  subject: Subject;
  level: Level;
  cycle: string;
  state: State;
  submittedOn: string | null;
  stateSince: Date;
  /** Until when it waits where it is, and the working days to that; null when it waits for nobody. */
  dueOn: string | null;
  daysLeft: number | null;
  version: number;
}

export interface RegistrationPage {
  lines: RegistrationLine[];
  /** How many match, counted no further than `countedTo` says. */
  total: number;
  /** Whether there are more than were counted. */
  more: boolean;
  next: string | null;
}

export const PAGE_SIZE = 50;
// Written out: with a limit that it does not know, PostgreSQL plans anew a statement that the connection knows.
const ONE_MORE = sql.lit(PAGE_SIZE + 1);

/** The session's scope once more, beside row security: a list never leans on the second wall alone. */
export function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  const ofRegistrants = sql<boolean>`r.registrant_id = any (${[...scope.registrants]}::integer[])`;
  // Of a unit that has ended, its last holders see the open work.
  const stillOpen = isOpen(sql`r.state`);
  const kept =
    scope.kept.length === 0
      ? sql``
      : sql`or (r.keeper_unit_id = any ((select scope_kept())::integer[]) and ${stillOpen})`;
  // Of a sector alone, pair by pair with its units.
  const bySector = scope.sectors.length + scope.sectorsKept.length > 0;
  const line = bySector
    ? sql`or sector_at(r.sector_id, r.keeper_unit_id) in (select unnest(scope_sector_units()))
      or (sector_at(r.sector_id, r.keeper_unit_id) = any ((select scope_sector_kept())::bigint[]) and ${stillOpen})`
    : sql``;
  // A province's units are a set hashed once a statement, since an array is walked for each row; a few are found by index. Neither
  // tells the planner how many they are: the plan that a connection keeps must serve every territory that asks in the same words.
  if (scope.wide)
    return sql<boolean>`((select scope_is_everywhere()) or r.keeper_unit_id in (select unnest(scope_units())) or ${ofRegistrants} ${kept} ${line})`;
  const ofUnits = sql<boolean>`r.keeper_unit_id = any ((select scope_units())::integer[])`;
  return scope.registrants.length + scope.kept.length === 0 && !bySector
    ? ofUnits
    : sql<boolean>`(${ofUnits} or ${ofRegistrants} ${kept} ${line})`;
}

const SORTS = {
  '-entered': { key: sql`r.id`, cast: 'integer', down: true },
  entered: { key: sql`r.id`, cast: 'integer', down: false },
  name: { key: sql`r.name collate "vi-x-icu"`, cast: 'text', down: false },
  '-name': { key: sql`r.name collate "vi-x-icu"`, cast: 'text', down: true },
  submitted: { key: sql`coalesce(r.submitted_on, 'infinity'::date)`, cast: 'date', down: false },
  '-submitted': { key: sql`coalesce(r.submitted_on, '-infinity'::date)`, cast: 'date', down: true },
} as const;

/** What every line of a filtered list meets, its text apart. */
export function conditions(scope: Scope, filter: RegistrationFilter): RawBuilder<unknown> {
  const where = [sql`r.state <> 'annulled'`, withinScope(scope)];
  const cycle = cycleIn(filter);
  if (cycle) where.push(sql`r.cycle_id = ${cycle}`);
  if (filter.level) where.push(sql`r.level = ${filter.level}`);
  if (filter.state) where.push(inState(filter.state));
  if (filter.field) where.push(sql`r.field_id = ${filter.field}`);
  if (filter.national)
    where.push(sql`r.field_id in (select f.id from field f where coalesce(f.national, 'none') = ${filter.national})`);
  if (filter.subject) where.push(sql`r.subject = ${filter.subject}`);
  if (filter.decision) where.push(sql`r.recognised_by = ${filter.decision}`);
  if (filter.late) where.push(sql`r.late_days > 0`);
  if (filter.overdue) where.push(isOver(filter.overdue));
  if (filter.sector === 'none') where.push(sql`r.sector_id is null`);
  else if (filter.sector) where.push(sql`r.sector_id = ${filter.sector}`);
  const place = atUnit(filter);
  if (place) where.push(place);
  return sql.join(where, sql` and `);
}

/** Whether row `r` waits longer on a day than its station has. */
const isOver = (day: string): RawBuilder<boolean> => sql<boolean>`(${isOpen(sql`r.state`)} and exists (
  select from cycle_level l ${clockJoins()} where l.cycle_id = r.cycle_id and l.level = r.level and ${dueOn()} < ${day}::date))`;

/** The cycle of a filter. Asked aside, all years are planned alike, and the plan that a connection keeps serves each of them. */
function cycleIn({ cycle, currentOn }: RegistrationFilter): RawBuilder<number> | undefined {
  if (cycle) return sql`(select ${cycle}::integer)`;
  return currentOn === undefined ? undefined : currentCycleId(currentOn);
}

/** Whether a state still asks for something, as the rules say; row security says the same in the database's words. */
export const isOpen = (state: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`${state} in (${sql.join(OPEN_STATES.map((each) => sql.lit(each)))})`;

function inState(state: NonNullable<RegistrationFilter['state']>): RawBuilder<unknown> {
  if (state === 'open') return isOpen(sql`r.state`);
  if (state === 'counted') return sql`r.state <> 'withdrawn'`;
  if (state === 'carried_out') return sql`r.carried_out_on is not null and r.state <> 'withdrawn'`;
  return sql`r.state = ${state}`;
}

/** The order of a list, and the place in it after which a page begins. */
export function orderOf(filter: RegistrationFilter) {
  const { key, cast, down } = SORTS[filter.sort ?? '-entered'];
  const way = down ? sql`desc` : sql`asc`;
  const place = filter.after ? decodeKey(filter.after, cast) : undefined;
  const after = place && sql`(${key}, r.id) ${down ? sql`<` : sql`>`} (${place.value}::${sql.raw(cast)}, ${place.id})`;
  return { key, after: after ?? sql`true`, by: sql`${key} ${way}, r.id ${way}` };
}

/**
 * Registrations within scope that match, 50 a page by keyset. One query; a second one where a phrase is too frequent for its
 * newest hits to tell the page. Without `today` nobody asks how near a due day is.
 */
export async function listRegistrations(
  db: ReadDb,
  scope: Scope,
  filter: RegistrationFilter,
  today?: string,
): Promise<RegistrationPage> {
  const where = conditions(scope, filter);
  if (filter.q === undefined) return pageOf(await rowsOf(db, statement(filter, where, today)), filter);
  const needle = plainText(filter.q);
  // Nothing but punctuation was typed: no line holds it, and all lines would be no answer.
  if (needle === '') return { lines: [], total: 0, more: false, next: null };
  const hits = hitsOf(needle, cycleIn(filter));
  const rows = await rowsOf(db, statement(filter, sql`${where} and ${AMONG_HITS}`, today, hits));
  if (!rows[0]?.frequent || tellsThePage(filter, rows)) return pageOf(rows, filter);
  return pageOf(await rowsOf(db, statement(filter, sql`${where} and ${holds(needle)}`, today)), filter);
}

/** Whether the newest hits of a frequent phrase hold this page: a full one, in their own order, that nothing else narrows. */
const tellsThePage = (filter: RegistrationFilter, rows: readonly Row[]) =>
  !isNarrowed(filter) && (filter.sort ?? '-entered') === '-entered' && rows.length > PAGE_SIZE;

const isNarrowed = ({ q, cycle, currentOn, sort, after, ...others }: RegistrationFilter) =>
  Object.values(others).some((value) => value !== undefined);

/** A line, and what is said of all of them; a page without lines is one row that has nothing but this. */
type Row = RegistrationLine & { counted: number; frequent: boolean; sort_value: string };

/** The lines of a page and how many match in all; `hits` are those of which `where` speaks. */
function statement(
  filter: RegistrationFilter,
  where: RawBuilder<unknown>,
  today: string | undefined,
  hits?: RawBuilder<unknown>,
): RawBuilder<Row> {
  const order = orderOf(filter);
  const matching = sql`select from registration r where ${where} limit ${sql.lit(countedTo(filter) + 1)}`;
  // All hits of an otherwise open list are counted already: each of them is within scope.
  const counted = hits && !isNarrowed(filter) ? sql`${HIT_COUNT}` : sql`(select count(*) from (${matching}) matching)`;
  return sql<Row>`
    ${hits ? sql`with ${hits}` : sql``}
    select line.*, said.*
    from (select ${counted} as counted, ${hits ? FREQUENT : sql`false`} as frequent) said
    left join (
      select r.id, r.initiative_id as "initiativeId", i.code, r.name, g.name as registrant, r.unit_id as "unitId", un.name as unit,
        pn.name as parent, r.field_id as "fieldId", r.subject, r.level, c.code as cycle, r.state, r.submitted_on as "submittedOn",
        r.state_since as "stateSince", r.version, ${dueOn()} as "dueOn", ${today ? daysLeft(dueOn(), today) : sql`null::integer`} as "daysLeft", (${order.key})::text as sort_value, row_number() over (order by ${order.by}) as place
      from (select r.* from registration r where ${where} and ${order.after} order by ${order.by} limit ${ONE_MORE}) r
      join initiative i on i.id = r.initiative_id
      join cycle c on c.id = r.cycle_id
      join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level
      ${clockJoins()}
      left join registrant g on g.id = r.registrant_id
      ${PLACE_NAMES}
    ) line on true
    order by line.place`;
}

function pageOf(rows: readonly (Row & { place?: number })[], filter: RegistrationFilter): RegistrationPage {
  const [first] = rows;
  const most = countedTo(filter);
  const counted = first?.counted ?? 0;
  const lines = rows
    .slice(0, PAGE_SIZE)
    .filter((row) => row.id !== null)
    .map(({ counted: _counted, frequent: _frequent, sort_value: _sort, place: _place, ...line }) => line);
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return {
    lines,
    total: Math.min(counted, most),
    more: counted > most,
    next: last ? encodeKey(last.sort_value, last.id) : null,
  };
}

const encodeKey = (value: string, id: number) => Buffer.from(JSON.stringify([value, id])).toString('base64url');

const KEY_SHAPES = { integer: /^\d{1,9}$/, date: /^(-?infinity|\d{4,6}-\d\d-\d\d)$/, text: /^[^\0]*$/ } as const;

/** The place where the next page begins; a broken one begins at the start. */
function decodeKey(text: string, cast: keyof typeof KEY_SHAPES): { value: string; id: number } | undefined {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof value !== 'string' || !KEY_SHAPES[cast].test(value)) return undefined;
    return Number.isInteger(id) && Math.abs(id as number) < 2 ** 31 ? { value, id: id as number } : undefined;
  } catch {
    return undefined;
  }
}
