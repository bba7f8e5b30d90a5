import { type RawBuilder, sql } from 'kysely';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { goesBy } from '../../account/server/queries.ts';
import { ANONYMISE, ROWS_ARE, ROWS_ARE_MOSTLY } from '../rules.ts';
import type { AuditFilter } from '../schema.ts';

export interface AuditEvent {
  id: number;
  at: Date;
  actorId: number | null;
  /** Empty once the body is. */
  actorName: string;
  act: string;
  subjectKind: string | null;
  subjectId: number | null;
  unitId: number | null;
  /** As the unit was called on the day. */
  unitName: string | null;
  before: unknown;
  after: unknown;
  rowCount: number;
  requestId: string;
  /** Whether its body was taken out by a recorded act. */
  emptied: boolean;
}

const PAGE = 30;

/** Columns of an event `e`, with `n` for its unit's name; see `FROM`. */
export const COLUMNS = sql`e.id, e.at, e.actor_id as "actorId", e.actor_name as "actorName", e.act, e.subject_kind as "subjectKind",
  e.subject_id as "subjectId", e.unit_id as "unitId", n.name as "unitName", e.before, e.after, e.row_count as "rowCount",
  e.request_id as "requestId", e.salt is null as emptied`;
export const FROM = sql`audit_event e
  left join unit_name n on n.unit_id = e.unit_id and n.valid @> (e.at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** What was done within scope, newest first, 30 a page; `next` goes into `before`. One query. */
export async function listAuditEvents(
  db: ReadDb,
  _scope: Scope,
  filter: AuditFilter,
): Promise<{ events: AuditEvent[]; next: number | undefined }> {
  const found = await rowsOf(
    db,
    sql<AuditEvent>`select ${COLUMNS} from ${FROM} where ${conditions(filter)} order by e.id desc limit ${PAGE + 1}`,
  );
  const events = found.slice(0, PAGE);
  return { events, next: found.length > PAGE ? events.at(-1)?.id : undefined };
}

/** What an event `e` must meet to be in the list of a filter. */
export function conditions(filter: AuditFilter): RawBuilder<boolean> {
  const { person, act, unit, records, from, to, before } = filter;
  const all = [
    before !== undefined && sql`e.id < ${before}`,
    act && sql`e.act = ${act}`,
    person &&
      sql`e.actor_id = any (array(select p.id from person p left join account a on a.person_id = p.id where ${goesBy(person)}))`,
    unit !== undefined &&
      sql`e.unit_id = any (array(select under.id from unit top join unit under on under.path_today <@ top.path_today where top.id = ${unit}))`,
    records && sql`(${sql.join(records.map(about), sql` or `)})`,
    from && sql`e.at >= ${from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
    to && sql`e.at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
  ].filter((condition) => condition !== undefined && condition !== false && condition !== '');
  return all.length > 0 ? sql<boolean>`${sql.join(all, sql` and `)}` : sql<boolean>`true`;
}

/** Events on records themselves, and set-based ones that touched them among others. */
function about({ kind, ids }: { kind: string; ids: readonly number[] }): RawBuilder<boolean> {
  if (ids.length === 0) return sql`e.subject_kind = ${kind}`;
  const acts = Object.keys(ROWS_ARE).filter((act) => ROWS_ARE[act] === kind);
  const isOfKind =
    kind === ROWS_ARE_MOSTLY
      ? sql`many.act <> all (${Object.keys(ROWS_ARE)}::text[])`
      : sql`many.act = any (${acts}::text[])`;
  return sql`e.id = any (array(
    select one.id from audit_event one where one.subject_kind = ${kind} and one.subject_id = any (${[...ids]}::bigint[])
    union all
    select many.id from audit_row r join audit_event many on many.id = r.event_id
    where r.subject_id = any (${[...ids]}::bigint[]) and ${isOfKind}))`;
}

/** An event with its place in the chain, and what says why it was emptied. */
export interface AuditEventWhole extends AuditEvent {
  digest: string;
  /** Nothing while it waits for its seal. */
  position: number | null;
  link: string | null;
  emptiedBy: { id: number; at: Date; actorName: string; reason: string } | null;
}

/** One event within scope. One query. */
export async function auditEvent(db: ReadDb, _scope: Scope, id: number): Promise<AuditEventWhole | undefined> {
  const [event] = await rowsOf(
    db,
    sql<AuditEventWhole>`
    select ${COLUMNS}, encode(e.digest, 'hex') as digest, s.position, encode(s.link, 'hex') as link,
      (select jsonb_build_object('id', why.id, 'at', why.at, 'actorName', why.actor_name, 'reason', why.after->>'reason')
        from audit_event why where why.subject_kind = 'audit_event' and why.subject_id = e.id and why.act = ${ANONYMISE}
        order by why.id limit 1) as "emptiedBy"
    from ${FROM} left join audit_seal s on s.event_id = e.id where e.id = ${id}`,
  );
  return event && { ...event, emptiedBy: event.emptiedBy && { ...event.emptiedBy, at: new Date(event.emptiedBy.at) } };
}

/** Every act that was ever done, to choose from; a walk along the index, whatever the number of events. */
export async function knownActs(db: ReadDb): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql<{ act: string }>`
    with recursive acts as (
      select min(act) as act from audit_event
      union all select (select min(e.act) from audit_event e where e.act > acts.act) from acts where acts.act is not null
    ) select act from acts where act is not null`,
  );
  return rows.map((row) => row.act);
}
