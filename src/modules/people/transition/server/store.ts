import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';

/** Who sees the whole installation by their duty, and who sees only their own rows: no territory of theirs grows. */
const WITHOUT_TERRITORY = sql`('registrant', 'administrator', 'auditor')`;

/**
 * Notes, for the length of the transaction, which units every appointment in force on the day reaches before an act: its
 * territory as it hangs on the day before, less what had come under it and was not approved.
 */
export async function noteReach(tx: WriteDb, day: string): Promise<void> {
  // A caller with several acts in one transaction has the one of the act before.
  await sql`drop table if exists pg_temp.reach_before`.execute(tx);
  await sql`create temporary table reach_before on commit drop as
    with paths as materialized (select * from unit_paths(${day}::date - 1))
    select a.id as appointment_id, u.id as unit_id
    from appointment a join paths root on root.id = a.unit_id join paths u on u.path <@ root.path
    where a.valid @> ${day}::date and a.role not in ${WITHOUT_TERRITORY}
      and not exists (select from appointment_proposal g join reorganisation r on r.id = g.reorganisation_id and r.state = 'applied'
        join paths gained on gained.id = g.unit_id
        where g.appointment_id = a.id and g.kind = 'gain' and g.state <> 'approved' and u.path <@ gained.path)`.execute(
    tx,
  );
}

export interface EndedAppointments {
  ended: number;
  proposed: number;
  /** Duties of the whole installation (administrators, auditors), which went on at the successor at once. */
  moved: number;
}

/**
 * Ends the appointments at units that an act has ended, on its day; keeps for their holders the open work of the units that
 * they reached; and proposes what would let anybody see more. Nothing here widens a view. Who stands for one of them ends with them,
 * and keeps nothing.
 */
export async function endAppointments(
  tx: WriteDb,
  ctx: Context,
  actId: number,
  day: string,
): Promise<EndedAppointments> {
  const { rows } = await sql<{ id: number; role: string }>`
    with gone as (
      select a.id, a.role, a.valid from appointment a
      where a.valid @> ${day}::date and a.stands_for is null and exists (
        select from unit_change c where c.reorganisation_id = ${actId} and c.unit_id = a.unit_id and c.fact = 'kind' and c.did = 'ended')
        and not exists (select from unit_kind k where k.unit_id = a.unit_id and k.valid @> ${day}::date) for update),
    kept as (
      insert into appointment_keep (appointment_id, reorganisation_id, valid_before, unit_ids)
      select g.id, ${actId}, g.valid, coalesce((select array_agg(b.unit_id order by b.unit_id) from reach_before b where b.appointment_id = g.id), '{}') from gone g)
    update appointment a set valid = daterange(lower(a.valid), ${day}::date) from gone g where g.id = a.id returning a.id, a.role`.execute(
    tx,
  );
  const ids = rows.map((row) => row.id);
  const { rows: proposed } = await sql<{ id: number; role: string }>`
    with above as (
      select a.id, a.role, s.to_unit_id as unit_id from appointment a join unit_succession s on s.from_unit_id = a.unit_id and s.reorganisation_id = ${actId}
      where a.id = any (${ids}::integer[]))
    insert into appointment_proposal (reorganisation_id, appointment_id, kind, unit_id, state)
    select ${actId}, id, 'successor', unit_id, 'proposed' from above where role not in ('administrator', 'auditor') returning id`.execute(
    tx,
  );
  return { ended: rows.length, proposed: proposed.length, moved: await moveWide(tx, ctx, actId, ids, day) };
}

// Who sees all goes on seeing all: at what succeeded the unit, or at the root where it now hangs.
async function moveWide(
  tx: WriteDb,
  ctx: Context,
  actId: number,
  ids: readonly number[],
  day: string,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with wide as (
      select a.*, coalesce((select min(s.to_unit_id) from unit_succession s where s.from_unit_id = a.unit_id and s.reorganisation_id = ${actId} and s.share = 'whole'),
        (select subpath(p.path, 0, 1)::text::integer from unit_paths(${day}::date) p where p.id = a.unit_id)) as to_unit_id
      from appointment a where a.id = any (${[...ids]}::integer[]) and a.role in ('administrator', 'auditor')),
    made as (
      insert into appointment (person_id, role, unit_id, registrant_id, valid, granted_by)
      select person_id, role, to_unit_id, null, daterange(${day}::date, null), ${ctx.actor.id}::integer from wide returning id, person_id, role, unit_id)
    insert into appointment_proposal (reorganisation_id, appointment_id, kind, unit_id, state, decided_by, decided_at, made_appointment_id)
    select distinct on (w.id) ${actId}, w.id, 'successor', w.to_unit_id, 'approved', ${ctx.actor.id}::integer, ${ctx.now}, m.id
    from wide w join made m on m.person_id = w.person_id and m.role = w.role and m.unit_id = w.to_unit_id returning id`.execute(
    tx,
  );
  return rows.length;
}

/** Proposes, for appointments that go on, every unit that the act has brought under theirs; unseen until it is approved. Answers how many. */
export async function proposeGains(tx: WriteDb, actId: number, day: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with paths as materialized (select * from unit_paths(${day}::date)),
    older as materialized (select unit_id as id from unit_parent group by unit_id having min(lower(valid)) < ${day}::date),
    gained as (
      select a.id as appointment_id, u.id as unit_id, u.path
      from appointment a join paths root on root.id = a.unit_id join paths u on u.path <@ root.path join older on older.id = u.id
      where a.valid @> ${day}::date and a.role not in ${WITHOUT_TERRITORY}
        and exists (select from reach_before b where b.appointment_id = a.id)
        and not exists (select from reach_before b where b.appointment_id = a.id and b.unit_id = u.id))
    insert into appointment_proposal (reorganisation_id, appointment_id, kind, unit_id, state)
    select ${actId}, g.appointment_id, 'gain', g.unit_id, 'proposed' from gained g
    where not exists (select from gained above where above.appointment_id = g.appointment_id and above.unit_id <> g.unit_id and g.path <@ above.path)
    on conflict do nothing returning id`.execute(tx);
  return rows.length;
}

/** Somebody whose duties an act touches: it ends, has moved on at once, or would see more; `units` are those it is about. */
export interface TouchedPerson {
  person: string;
  role: string;
  at: string;
  how: 'ended' | 'moved' | 'gain';
  units: string[];
}

/** Whom an act touches, by name, `most` at most, and how many there are. Within the act's own transaction: its new units have names. */
export async function touchedPeople(
  tx: WriteDb,
  actId: number,
  day: string,
  most: number,
): Promise<{ rows: TouchedPerson[]; count: number }> {
  const { rows } = await sql<TouchedPerson & { count: number }>`
    with touched as (
      select k.appointment_id, case when a.role in ('administrator', 'auditor') then 'moved' else 'ended' end as how
      from appointment_keep k join appointment a on a.id = k.appointment_id where k.reorganisation_id = ${actId}
      union all
      select distinct g.appointment_id, 'gain' from appointment_proposal g where g.reorganisation_id = ${actId} and g.kind = 'gain')
    select p.full_name as person, a.role, coalesce(at.name, '') as at, t.how, count(*) over ()::integer as count,
      coalesce((select array_agg(n.name order by n.name) from (
        select n.name from appointment_proposal g
        cross join lateral (select name from unit_name n where n.unit_id = g.unit_id and lower(n.valid) <= ${day}::date order by n.valid desc limit 1) n
        where g.reorganisation_id = ${actId} and g.appointment_id = t.appointment_id and g.kind = case t.how when 'gain' then 'gain' else 'successor' end
        order by n.name limit 6) n), '{}') as units
    from touched t join appointment a on a.id = t.appointment_id join person p on p.id = a.person_id
      left join unit_name at on at.unit_id = a.unit_id and at.valid @> (${day}::date - 1)
    order by array_position(array['ended', 'moved', 'gain'], t.how), at.plain_name, p.full_name, a.id limit ${most}`.execute(
    tx,
  );
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _count, ...row }) => row) };
}

/** Approves or declines proposals that are still open; an approved successor becomes an appointment from the act's day, or today if that is later. */
export async function decideOpen(
  tx: WriteDb,
  ctx: Context,
  ids: readonly number[],
  approve: boolean,
  today: string,
): Promise<number[]> {
  const { rows } = await sql<{ id: number; kind: string }>`
    update appointment_proposal set state = ${approve ? 'approved' : 'declined'}, decided_by = ${ctx.actor.id}::integer, decided_at = ${ctx.now}
    where id = any (${[...ids]}::integer[]) and state = 'proposed' returning id, kind`.execute(tx);
  const decided = rows.map((row) => row.id);
  if (approve)
    await sql`
      with wanted as (
        select p.id as proposal_id, a.person_id, a.role, p.unit_id, a.registrant_id, a.sector_id, a.body_member_id, greatest(r.effective_on, ${today}::date) as begins, nextval(pg_get_serial_sequence('appointment', 'id'))::integer as id
        from appointment_proposal p join appointment a on a.id = p.appointment_id join reorganisation r on r.id = p.reorganisation_id
        where p.id = any (${decided}::integer[]) and p.kind = 'successor'),
      made as (
        insert into appointment (id, person_id, role, unit_id, registrant_id, sector_id, body_member_id, valid, granted_by)
        select id, person_id, role, unit_id, registrant_id, sector_id, body_member_id, daterange(begins, null), ${ctx.actor.id}::integer from wanted)
      update appointment_proposal p set made_appointment_id = w.id from wanted w where w.proposal_id = p.id`.execute(
      tx,
    );
  return decided;
}

/** Takes back what an act did to appointments: those that it ended stand as before, those that it made are gone. */
export async function restoreAppointments(tx: WriteDb, actId: number): Promise<number> {
  await sql`
    with gone as (delete from appointment_proposal where reorganisation_id = ${actId} returning made_appointment_id)
    delete from appointment where id in (select made_appointment_id from gone where made_appointment_id is not null)`.execute(
    tx,
  );
  const { rows } = await sql<{ id: number }>`
    with kept as (delete from appointment_keep where reorganisation_id = ${actId} returning appointment_id, valid_before)
    update appointment a set valid = k.valid_before from kept k where k.appointment_id = a.id returning a.id`.execute(
    tx,
  );
  return rows.length;
}

/** Puts the models that somebody has placed after an act back to the unit that it had divided: the models' own function, which stands in the database. */
export async function unplaceModels(tx: WriteDb, ctx: Context, actId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select unplace_models(${actId}, ${ctx.actor.id}::integer, ${ctx.actor.name}, ${ctx.now}::timestamptz) as count`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}
