import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import type { Role } from '../rules.ts';

export interface HeldAppointment {
  id: number;
  personId: number;
  fullName: string;
  role: Role;
  unitId: number;
  path: string;
  /** Brought by a seat on a body, with which it ends. */
  ofBody: boolean;
}

/** A duty of a person that is in force or to come, within what who asks administers; locked. */
export async function appointmentForUpdate(
  tx: WriteDb,
  { id, personId }: { id: number; personId: number },
  today: string,
): Promise<HeldAppointment | undefined> {
  const { rows } = await sql<HeldAppointment>`
    select a.id, a.person_id as "personId", p.full_name as "fullName", a.role, a.unit_id as "unitId", u.path_today::text as path,
      a.body_member_id is not null as "ofBody"
    from appointment a join person p on p.id = a.person_id join unit u on u.id = a.unit_id
    where a.id = ${id} and a.person_id = ${personId} and not isempty(a.valid) and (upper_inf(a.valid) or upper(a.valid) > ${today}::date)
      and (scope_is_all() or a.unit_id = any ((select scope_administered())::integer[])) for update of a`.execute(tx);
  return rows[0];
}

/** Ends a duty: from today it is in force no more; one that was not in force yet never will be. */
export async function endAppointment(tx: WriteDb, id: number, today: string): Promise<void> {
  await sql`update appointment set valid = valid * daterange(null, ${today}::date) where id = ${id}`.execute(tx);
}

/** Whether a person has this duty already, now or to come; asked when the person is locked. */
export async function holdsAlready(
  tx: WriteDb,
  duty: { personId: number; role: Role; unitId: number; sectorId?: number | undefined; registrant?: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select a.id from appointment a left join registrant r on r.id = a.registrant_id
    where a.person_id = ${duty.personId} and a.role = ${duty.role} and a.unit_id = ${duty.unitId} and is_live(a.valid)
      and a.sector_id is not distinct from ${duty.sectorId ?? null}::integer
      and (r.id is null or r.plain_name = ${duty.registrant ?? ''}) limit 1`.execute(tx);
  return rows.length > 0;
}
