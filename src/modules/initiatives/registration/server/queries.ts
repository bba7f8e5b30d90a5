import { type RawBuilder, sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { plainText } from '#platform/vietnamese.ts';
import type { State, Subject } from '../rules.ts';
import { COUNTED_TO } from '../rules-list.ts';
import type { RegistrationFilter } from '../schema-filter.ts';

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
  version: number;
}

export interface RegistrationPage {
  lines: RegistrationLine[];
  /** How many match, counted up to 10,000; one more means "more than". */
  total: number;
  next: string | null;
}

export const PAGE_SIZE = 50;
/** Up to this many hits a search goes by their ids; a more frequent phrase is found by walking the newest rows. */
const HITS = 1_000;

/** The session's scope once more, beside row security: a list never leans on the second wall alone. */
export function withinScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql<boolean>`true`;
  // Hashed once a statement; row security's own array is walked for each row, and a second walk would double a count.
  return sql<boolean>`(r.keeper_unit_id in (select unnest(scope_units())) or r.registrant_id = any (${[...scope.registrants]}::integer[]))`;
}

const SORTS = {
  '-entered': { key: sql`r.id`, cast: 'integer', down: true },
  entered: { key: sql`r.id`, cast: 'integer', down: false },
  name: { key: sql`r.name collate "vi-x-icu"`, cast: 'text', down: false },
  '-name': { key: sql`r.name collate "vi-x-icu"`, cast: 'text', down: true },
  submitted: { key: sql`coalesce(r.submitted_on, 'infinity'::date)`, cast: 'date', down: false },
  '-submitted': { key: sql`coalesce(r.submitted_on, '-infinity'::date)`, cast: 'date', down: true },
} as const;

/** What every line of a filtered list meets; a search asks for its hits first. */
export async function conditions(db: ReadDb, scope: Scope, filter: RegistrationFilter): Promise<RawBuilder<unknown>> {
  const where = [sql`r.state <> 'annulled'`, withinScope(scope)];
  if (filter.cycle) where.push(sql`r.cycle_id = ${filter.cycle}`);
  if (filter.level) where.push(sql`r.level = ${filter.level}`);
  if (filter.state) where.push(inState(filter.state));
  if (filter.field) where.push(sql`r.field_id = ${filter.field}`);
  if (filter.subject) where.push(sql`r.subject = ${filter.subject}`);
  if (filter.decision) where.push(sql`r.recognised_by = ${filter.decision}`);
  if (filter.sector === 'none') where.push(sql`r.sector_id is null`);
  else if (filter.sector) where.push(sql`r.sector_id = ${filter.sector}`);
  if (filter.unit && filter.own) where.push(sql`r.keeper_unit_id = ${filter.unit}`);
  else if (filter.unit) {
    where.push(sql`r.keeper_unit_id = any (array(select under.id from unit under, unit root
      where root.id = ${filter.unit} and under.path_today <@ root.path_today))`);
  }
  if (filter.q) where.push(await matching(db, plainText(filter.q), filter.cycle));
  return sql.join(where, sql` and `);
}

function inState(state: NonNullable<RegistrationFilter['state']>): RawBuilder<unknown> {
  if (state === 'open')
    return sql`r.state in ('submitted', 'accepted', 'self_assessed', 'proposed', 'returned', 'recalled')`;
  if (state === 'counted') return sql`r.state <> 'withdrawn'`;
  if (state === 'carried_out') return sql`r.carried_out_on is not null and r.state <> 'withdrawn'`;
  return sql`r.state = ${state}`;
}

async function matching(db: ReadDb, needle: string, cycle?: number): Promise<RawBuilder<unknown>> {
  // Nothing but punctuation was typed: no line holds it, and all lines would be no answer.
  if (needle === '') return sql`false`;
  const found = sql<{
    hits: number[];
  }>`select registration_hits(${needle}, ${HITS + 1}, ${cycle ?? null}::integer) as hits`;
  const hits = (await rowsOf(db, found))[0]?.hits ?? [];
  return hits.length > HITS ? sql`r.plain_text like ${`%${needle}%`}` : sql`r.id = any (${hits}::integer[])`;
}

/** The order of a list, and the place in it after which a page begins. */
export function orderOf(filter: RegistrationFilter) {
  const { key, cast, down } = SORTS[filter.sort ?? '-entered'];
  const way = down ? sql`desc` : sql`asc`;
  const place = filter.after ? decodeKey(filter.after, cast) : undefined;
  const after = place && sql`(${key}, r.id) ${down ? sql`<` : sql`>`} (${place.value}::${sql.raw(cast)}, ${place.id})`;
  return { key, after: after ?? sql`true`, by: sql`${key} ${way}, r.id ${way}` };
}

/** Registrations within scope that match, 50 a page by keyset; at most three queries whatever the filter. */
export async function listRegistrations(
  db: ReadDb,
  scope: Scope,
  filter: RegistrationFilter,
): Promise<RegistrationPage> {
  const where = await conditions(db, scope, filter);
  const order = orderOf(filter);
  const rows = await rowsOf(
    db,
    sql<RegistrationLine & { sort_value: string }>`
      select r.id, r.initiative_id as "initiativeId", i.code, r.name, g.name as registrant, r.unit_id as "unitId", un.name as unit,
        pn.name as parent, r.field_id as "fieldId", r.subject, r.level, c.code as cycle, r.state, r.submitted_on as "submittedOn",
        r.state_since as "stateSince", r.version, (${order.key})::text as sort_value
      from (select r.* from registration r where ${where} and ${order.after} order by ${order.by} limit ${PAGE_SIZE + 1}) r
      join initiative i on i.id = r.initiative_id
      join cycle c on c.id = r.cycle_id
      left join registrant g on g.id = r.registrant_id
      left join unit_name un on un.unit_id = r.unit_id and un.valid @> c.reference_day
      left join unit_parent up on up.unit_id = r.unit_id and up.valid @> c.reference_day
      left join unit_name pn on pn.unit_id = up.parent_id and pn.valid @> c.reference_day
      order by ${order.by}`,
  );
  const matched = sql`select from registration r where ${where} limit ${COUNTED_TO + 1}`;
  const [counted] = await rowsOf(db, sql<{ total: number }>`select count(*) as total from (${matched}) matched`);
  const more = rows.length > PAGE_SIZE;
  const lines = rows.slice(0, PAGE_SIZE).map(({ sort_value, ...line }) => line);
  const last = rows[PAGE_SIZE - 1];
  return { lines, total: counted?.total ?? 0, next: more && last ? encodeKey(last.sort_value, last.id) : null };
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
