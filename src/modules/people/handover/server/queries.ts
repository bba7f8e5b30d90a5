import { type RawBuilder, sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Appointment, Role } from '../../appointment/rules.ts';
import { scopeOf } from '../../scope/rules.ts';
import type { HandoverState, Office, Successor, Waiting } from '../rules.ts';

/** Begins a statement that answers offices: appointments `a` as rules know them, on a day. */
export const officeColumns = (day: string): RawBuilder<unknown> => sql`
  select a.id, a.person_id as "personId", coalesce(p.full_name, '') as "personName", a.role, a.unit_id as "unitId", n.name as unit,
    kt.level, u.path_today::text as path, a.registrant_id as "registrantId", g.name as registrant,
    (select json_build_object('id', s.id, 'vi', s.name_vi, 'en', s.name_en) from sector s where s.id = a.sector_id) as sector,
    lower(a.valid) as since, upper(a.valid) as until, a.body_member_id is not null as "ofBody", a.stands_for is not null as deputy,
    array(select gained.path_today::text from appointment_proposal q join reorganisation r on r.id = q.reorganisation_id
      and r.state = 'applied' and r.effective_on <= ${day}::date join unit gained on gained.id = q.unit_id
      where q.appointment_id = a.id and q.kind = 'gain' and q.state <> 'approved') as without
  from appointment a join unit u on u.id = a.unit_id left join person p on p.id = a.person_id
  left join registrant g on g.id = a.registrant_id
  left join unit_name n on n.unit_id = a.unit_id and n.valid @> ${day}::date
  left join unit_kind k on k.unit_id = a.unit_id and k.valid @> ${day}::date
  left join unit_kind_type kt on kt.kind = k.kind`;

/** The offices that a person holds today, as far as the asker sees them; one query. */
export function officesOf(db: ReadDb, ctx: Context, personId: number): Promise<Office[]> {
  const today = dayOf(ctx.now);
  return rowsOf(
    db,
    sql<Office>`${officeColumns(today)} where a.person_id = ${personId} and a.valid @> ${today}::date order by a.id`,
  );
}

/** The name of a person within scope, or a refusal (404). */
export async function nameOf(db: ReadDb, personId: number): Promise<string> {
  const row = await db.selectFrom('person').select('full_name').where('id', '=', personId).executeTakeFirst();
  return row?.full_name ?? refuse('missing', 'refusal.missing');
}

/** Somebody with an open account, by user name or number; undefined when nobody is. */
export async function successorBy(
  db: ReadDb,
  who: { username: string } | { id: number },
  day: string,
): Promise<Successor | undefined> {
  const [username, id] = 'id' in who ? [null, who.id] : [who.username, null];
  const [found] = await rowsOf(
    db,
    sql<Successor>`select id, full_name as name, username, audits, serves from successor_of(${username}, ${id}::integer, ${day}::date)`,
  );
  return found;
}

/** How many drafts of its holder belong to an office. */
export async function draftsOfOffice(db: ReadDb, officeId: number, day: string): Promise<number> {
  const [found] = await rowsOf(
    db,
    sql<{ count: number }>`select count_office_drafts(${officeId}, ${day}::date) as count`,
  );
  return found?.count ?? 0;
}

/** The holder of one office alone, as a request of theirs would be: for counting what waits in it, never for acting. */
export function contextOfOffice(ctx: Context, office: Office): Context {
  const { personId, personName, unit, level, without, deputy: _deputy, ...rest } = office;
  const appointment: Appointment = { ...rest, unitName: unit ?? '', level: level ?? 'commune', without, kept: null };
  const actor = { id: personId, name: personName, appointments: [appointment] };
  return { database: ctx.database, actor, scope: scopeOf(actor), now: ctx.now, requestId: ctx.requestId };
}

/** A handover as its minutes tell it; names are those of its day. */
export interface Handover {
  id: number;
  appointmentId: number;
  role: Role;
  unitId: number;
  unit: string | null;
  path: string;
  registrant: string | null;
  sector: { vi: string; en: string } | null;
  fromId: number;
  from: string;
  toId: number;
  to: string;
  effectiveOn: string;
  note: string;
  state: HandoverState;
  proposedBy: number | null;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  moved: Waiting | null;
  receivedAt: Date | null;
}

const HANDOVER = sql`
  select h.id, h.appointment_id as "appointmentId", h.role, h.unit_id as "unitId", u.path_today::text as path, g.name as registrant,
    (select name from unit_name n where n.unit_id = h.unit_id and lower(n.valid) <= h.effective_on order by n.valid desc limit 1) as unit,
    (select json_build_object('vi', s.name_vi, 'en', s.name_en) from sector s where s.id = h.sector_id) as sector,
    h.from_person_id as "fromId", h.from_name as "from", h.to_person_id as "toId", h.to_name as "to", h.effective_on as "effectiveOn",
    h.note, h.state, h.proposed_by as "proposedBy", h.proposed_by_name as "proposedByName", h.proposed_at as "proposedAt",
    h.decided_by_name as "decidedByName", h.decided_at as "decidedAt", h.moved, h.received_at as "receivedAt"
  from handover h join unit u on u.id = h.unit_id left join registrant g on g.id = h.registrant_id`;

/** One handover within scope, or a refusal (404). */
export async function handoverById(db: ReadDb, id: number): Promise<Handover> {
  const [found] = await rowsOf(db, sql<Handover>`${HANDOVER} where h.id = ${id}`);
  return found ?? refuse('missing', 'refusal.missing');
}

/** Handovers within scope, open proposals first, then the latest; of one person when asked. At most 100; one query. */
export function listHandovers(db: ReadDb, personId?: number): Promise<Handover[]> {
  const whose = personId === undefined ? sql`true` : sql`${personId}::integer in (h.from_person_id, h.to_person_id)`;
  return rowsOf(
    db,
    sql<Handover>`${HANDOVER} where ${whose} order by h.state = 'proposed' desc, h.effective_on desc, h.id desc limit 100`,
  );
}
