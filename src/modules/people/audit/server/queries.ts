import { sql } from 'kysely';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { goesBy } from '../../account/server/queries.ts';

export interface AuditFilter {
  act?: string | undefined;
  /** A name or user name, compared without marks. */
  person?: string | undefined;
  /** The last id of the page before. */
  before?: number | undefined;
}

export interface AuditEvent {
  id: number;
  at: Date;
  actorName: string;
  act: string;
  subjectKind: string | null;
  subjectId: number | null;
  unitName: string | null;
  before: unknown;
  after: unknown;
  rowCount: number;
  requestId: string;
}

const PAGE = 50;

/** What was done within scope, newest first, 50 a page; `next` goes into `before`. One query. */
export async function listAuditEvents(
  db: ReadDb,
  _scope: Scope,
  filter: AuditFilter,
): Promise<{ events: AuditEvent[]; next: number | undefined }> {
  const by = filter.person?.trim() ? goesBy(filter.person) : undefined;
  const person = by
    ? sql`e.actor_id = any (select p.id from person p left join account a on a.person_id = p.id where ${by})`
    : sql`true`;
  const found = await rowsOf(
    db,
    sql<AuditEvent>`
    select e.id, e.at, e.actor_name as "actorName", e.act, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
      n.name as "unitName", e.before, e.after, e.row_count as "rowCount", e.request_id as "requestId"
    from audit_event e
    left join unit_name n on n.unit_id = e.unit_id and n.valid @> (e.at at time zone 'Asia/Ho_Chi_Minh')::date
    where (${filter.before ?? null}::bigint is null or e.id < ${filter.before ?? null})
      and (${filter.act ?? null}::text is null or e.act = ${filter.act ?? null})
      and ${person}
    order by e.id desc
    limit ${PAGE + 1}`,
  );
  const events = found.slice(0, PAGE);
  return { events, next: found.length > PAGE ? events.at(-1)?.id : undefined };
}

/** The acts of the last ten thousand events, to choose from. */
export async function recentActs(db: ReadDb): Promise<string[]> {
  const rows = await rowsOf(
    db,
    sql<{ act: string }>`
    select distinct act from (select act from audit_event order by id desc limit 10000) recent order by act`,
  );
  return rows.map((row) => row.act);
}
