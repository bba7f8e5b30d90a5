import { sql } from 'kysely';
import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';
import type { Office } from '../../handover/rules.ts';
import type { Days, Deputy, Named } from '../rules.ts';
import { deputiesColumns } from './queries.ts';

const daysOf = ({ from, until }: Days) => sql`daterange(${from}::date, ${until}::date, '[]')`;

/** Somebody with an open account who serves in those days at the office's unit, above it or under it. */
export async function namedBy(tx: WriteDb, username: string, office: Office, days: Days): Promise<Named | undefined> {
  const valid = days.from <= days.until ? daysOf(days) : daysOf({ ...days, until: days.from });
  const { rows } = await sql<Named>`
    select id, full_name as name, audits, holds from deputy_named(${username}, ${office.id}, ${valid})`.execute(tx);
  return rows[0];
}

/** Whether somebody stands for the office on one of those days already; asked when the office is locked. */
export async function isStoodFor(tx: WriteDb, office: Office, days: Days): Promise<boolean> {
  const { rows } = await sql`
    select from appointment where stands_for = ${office.id} and valid && ${daysOf(days)}`.execute(tx);
  return rows.length > 0;
}

/** The deputy's appointment: what the office has, less what has come under it and is not approved for its holder. Answers its id. */
export async function insertDeputy(tx: WriteDb, ctx: Context, office: Office, to: Named, days: Days): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into appointment (person_id, role, unit_id, registrant_id, sector_id, valid, granted_by, stands_for)
    values (${to.id}, ${office.role}, ${office.unitId}, ${office.registrantId}, ${office.sector?.id ?? null}, ${daysOf(days)},
      ${ctx.actor.id}, ${office.id}) returning id`.execute(tx);
  const id = rows[0]?.id as number;
  await sql`
    insert into appointment_proposal (reorganisation_id, appointment_id, kind, unit_id, state, decided_by, decided_at)
    select reorganisation_id, ${id}::integer, kind, unit_id, state, decided_by, decided_at from appointment_proposal
    where appointment_id = ${office.id} and kind = 'gain' and state <> 'approved'`.execute(tx);
  return id;
}

/** A deputy who serves or will, locked, as far as the asker may know of them. */
export async function deputyForUpdate(tx: WriteDb, ctx: Context, id: number): Promise<Deputy | undefined> {
  const { rows } = await sql<{ person_id: number }>`
    select person_id from appointment where id = ${id} and stands_for is not null for update`.execute(tx);
  const [held] = rows;
  if (!held) return undefined;
  const found = await sql<Deputy>`
    select ${deputiesColumns} from deputies_with(${held.person_id}, ${dayOf(ctx.now)}::date) where id = ${id}`.execute(
    tx,
  );
  return found.rows[0];
}
