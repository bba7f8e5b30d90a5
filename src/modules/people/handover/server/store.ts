import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { HandoverState, Office, Successor, Waiting } from '../rules.ts';
import { officeColumns } from './queries.ts';

/** An office within scope, locked: of two who hand it over at once the second finds it ended. */
export async function officeForUpdate(tx: WriteDb, id: number, today: string): Promise<Office | undefined> {
  await sql`select from appointment where id = ${id} for update`.execute(tx);
  const { rows } = await sql<Office>`${officeColumns(today)} where a.id = ${id}`.execute(tx);
  return rows[0];
}

/** A handover as its acts need it, locked with its office. */
export interface Begun {
  id: number;
  appointmentId: number;
  toPersonId: number;
  effectiveOn: string;
  state: HandoverState;
  proposedBy: number | null;
}

export async function handoverForUpdate(tx: WriteDb, id: number): Promise<Begun | undefined> {
  const { rows } = await sql<Begun>`
    select id, appointment_id as "appointmentId", to_person_id as "toPersonId", effective_on as "effectiveOn", state,
      proposed_by as "proposedBy"
    from handover where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** Begins a handover; undefined when the office is being handed over already, or has been. */
export async function insertHandover(
  tx: WriteDb,
  ctx: Context,
  office: Office,
  successor: Successor,
  { on, note }: { on: string; note: string },
): Promise<Begun | undefined> {
  const row = await tx
    .insertInto('handover')
    .values({
      appointment_id: office.id,
      role: office.role,
      unit_id: office.unitId,
      registrant_id: office.registrantId,
      sector_id: office.sector?.id ?? null,
      from_person_id: office.personId,
      from_name: office.personName,
      to_person_id: successor.id,
      to_name: successor.name,
      effective_on: on,
      note,
      state: 'proposed',
      proposed_by: ctx.actor.id,
      proposed_by_name: ctx.actor.name,
      proposed_at: ctx.now,
    })
    .onConflict((taken) => taken.doNothing())
    .returning('id')
    .executeTakeFirst();
  const begun = { appointmentId: office.id, toPersonId: successor.id, effectiveOn: on, proposedBy: ctx.actor.id };
  return row && { id: row.id, state: 'proposed', ...begun };
}

/**
 * Ends the office on the day and begins it for the successor, who gets no more than was held: the same end, and what was not
 * approved for the leaver is not approved for them. Answers the appointment made; null for who served there already.
 */
export async function passOffice(tx: WriteDb, ctx: Context, begun: Begun): Promise<number | null> {
  const { appointmentId, toPersonId, effectiveOn: day } = begun;
  // Two offices of one kind and place may go to one person at the same time: they get one appointment.
  await sql`select pg_advisory_xact_lock(4711021, ${toPersonId})`.execute(tx);
  const { rows } = await sql<{ id: number }>`
    with leaving as (select * from appointment where id = ${appointmentId}),
    ended as (update appointment a set valid = daterange(lower(a.valid), ${day}::date) from leaving l where l.id = a.id)
    insert into appointment (person_id, role, unit_id, registrant_id, sector_id, valid, granted_by)
    select ${toPersonId}::integer, l.role, l.unit_id, l.registrant_id, l.sector_id, daterange(${day}::date, upper(l.valid)), ${ctx.actor.id}::integer
    from leaving l where not exists (
      select from appointment s where s.person_id = ${toPersonId} and s.role = l.role and s.unit_id = l.unit_id
        and s.registrant_id is not distinct from l.registrant_id and s.sector_id is not distinct from l.sector_id and s.valid @> ${day}::date)
    returning id`.execute(tx);
  const made = rows[0]?.id ?? null;
  await passProposals(tx, ctx, begun, made);
  return made;
}

/**
 * What reorganisations have left open for the office goes with it: what it may not see yet, what is proposed for it, and, if its
 * unit is to end on a day to come, the keeping of its open work. Nothing of that stays with the leaver.
 */
async function passProposals(
  tx: WriteDb,
  ctx: Context,
  { appointmentId, effectiveOn: day }: Begun,
  made: number | null,
) {
  if (made !== null) {
    await sql`
      insert into appointment_proposal (reorganisation_id, appointment_id, kind, unit_id, state, decided_by, decided_at)
      select reorganisation_id, ${made}::integer, kind, unit_id, state, decided_by, decided_at from appointment_proposal
      where appointment_id = ${appointmentId} and state <> 'approved'`.execute(tx);
    await sql`
      insert into appointment_keep (appointment_id, reorganisation_id, valid_before, unit_ids)
      select ${made}::integer, reorganisation_id, daterange(${day}::date, upper(valid_before)), unit_ids from appointment_keep
      where appointment_id = ${appointmentId}`.execute(tx);
  }
  await sql`delete from appointment_keep where appointment_id = ${appointmentId}`.execute(tx);
  await sql`
    update appointment_proposal set state = 'declined', decided_by = ${ctx.actor.id}::integer, decided_at = ${ctx.now}
    where appointment_id = ${appointmentId} and state = 'proposed'`.execute(tx);
}

/** Gives the office's drafts to the successor: a function of theirs, which stands in the database. Answers how many. */
export async function passDrafts(tx: WriteDb, handoverId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select hand_over_drafts(${handoverId}) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Closes a handover: done with what it moved, or declined, or withdrawn. */
export async function closeBegun(
  tx: WriteDb,
  ctx: Context,
  id: number,
  closed: { state: 'done'; moved: Waiting; madeAppointmentId: number | null } | { state: 'declined' | 'withdrawn' },
): Promise<void> {
  const done = closed.state === 'done' ? closed : null;
  await tx
    .updateTable('handover')
    .set({
      state: closed.state,
      decided_by: ctx.actor.id,
      decided_by_name: ctx.actor.name,
      decided_at: ctx.now,
      moved: done && JSON.stringify(done.moved),
      made_appointment_id: done?.madeAppointmentId ?? null,
    })
    .where('id', '=', id)
    .execute();
}

/** Notes that the successor has taken it over; false when that was noted before. */
export async function markReceived(tx: WriteDb, id: number, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('handover')
    .set({ received_at: now })
    .where('id', '=', id)
    .where('state', '=', 'done')
    .where('received_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
