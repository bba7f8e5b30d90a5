import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import type { CycleLevel } from '../rules.ts';

/** A year of a movement with who keeps that movement. */
export interface KeptCycle {
  id: number;
  movementId: number;
  unitId: number | null;
  year: number;
  opensOn: string;
  referenceDay: string;
  legalBasis: string;
}

/** A cycle, locked with its movement for who keeps that. */
export async function cycleForUpdate(tx: WriteDb, id: number): Promise<KeptCycle | undefined> {
  const { rows } = await sql<KeptCycle>`
    with locked as (select c.id from cycle c join movement m on m.id = c.movement_id where c.id = ${id} for update)
    select c.id, c.movement_id as "movementId", m.unit_id as "unitId", c.year, c.opens_on as "opensOn",
      c.reference_day as "referenceDay", c.legal_basis as "legalBasis"
    from cycle c join movement m on m.id = c.movement_id left join locked on locked.id = c.id where c.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/**
 * A year that the movement does not have yet; nothing if it has. As a copy of another, every day moves by whole years and the
 * criteria, the guidance and the title groups come along, but not what units added; a bare one opens on 1 January and has no level yet.
 */
export async function insertCycle(
  tx: WriteDb,
  { movementId, year, fromId }: { movementId: number; year: number; fromId?: number | undefined },
): Promise<number | undefined> {
  const phase = sql`(select p.id from phase p where p.movement_id = ${movementId} and p.runs @> make_date(${year}, 7, 1) limit 1)`;
  const { rows } = await sql<{ id: number }>`
    insert into cycle (movement_id, phase_id, code, year, reference_day, opens_on, legal_basis)
    select ${movementId}, ${phase}, ${String(year)}, ${year}, make_date(${year}, 12, 31),
      coalesce((select (opens_on + make_interval(years => ${year}::integer - year))::date from cycle where id = ${fromId ?? null} and movement_id = ${movementId}),
        make_date(${year}, 1, 1)),
      coalesce((select legal_basis from cycle where id = ${fromId ?? null} and movement_id = ${movementId}), '')
    on conflict (movement_id, code) do nothing returning id`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined || fromId === undefined) return id;
  const moved = (day: string) => sql`(l.${sql.ref(day)} + make_interval(years => ${year}::integer - c.year))::date`;
  await sql`
    insert into cycle_level (cycle_id, level, register_due_on, grace_until, locked_from, appraise_due_on, appraising_body, recognising_body,
      accept_days, mend_days, appraise_days, decide_days)
    select ${id}, l.level, ${moved('register_due_on')}, ${moved('grace_until')}, ${moved('locked_from')}, ${moved('appraise_due_on')},
      l.appraising_body, l.recognising_body, l.accept_days, l.mend_days, l.appraise_days, l.decide_days
    from cycle_level l join cycle c on c.id = l.cycle_id where c.id = ${fromId} and c.movement_id = ${movementId}`.execute(
    tx,
  );
  await sql`
    insert into criterion (cycle_id, subject, code, text_vi, text_en, position, source, points, anchors, document_id, clause)
    select ${id}, k.subject, k.code, k.text_vi, k.text_en, k.position, k.source, k.points, k.anchors, k.document_id, k.clause
    from criterion k join cycle c on c.id = k.cycle_id
    where c.id = ${fromId} and c.movement_id = ${movementId} and k.unit_id is null`.execute(tx);
  await sql`
    insert into guidance (cycle_id, part, text, document_id, clause)
    select ${id}, g.part, g.text, g.document_id, g.clause
    from guidance g join cycle c on c.id = g.cycle_id where c.id = ${fromId} and c.movement_id = ${movementId}`.execute(
    tx,
  );
  await sql`
    insert into cycle_title_group (cycle_id, title_group_id)
    select ${id}, o.title_group_id from cycle_title_group o join cycle c on c.id = o.cycle_id
    where c.id = ${fromId} and c.movement_id = ${movementId}`.execute(tx);
  return id;
}

/** Writes a year's days; a level that is left out goes, unless something is registered at it: then its name comes back. */
export async function writeCycle(
  tx: WriteDb,
  cycle: Pick<KeptCycle, 'id' | 'opensOn' | 'referenceDay' | 'legalBasis'> & {
    documentId?: number | undefined;
    clause: string;
    levels: readonly CycleLevel[];
  },
): Promise<string | undefined> {
  const { id, levels } = cycle;
  const { rows } = await sql<{ level: string }>`
    select l.level from cycle_level l where l.cycle_id = ${id} and not l.level = any (${levels.map((each) => each.level)}::text[])
      and level_in_use(l.cycle_id, l.level) limit 1`.execute(tx);
  if (rows[0]) return rows[0].level;
  const { opensOn, referenceDay, legalBasis, documentId = null, clause } = cycle;
  await tx
    .updateTable('cycle')
    .set({ opens_on: opensOn, reference_day: referenceDay, legal_basis: legalBasis, document_id: documentId, clause })
    .where('id', '=', id)
    .execute();
  await sql`delete from cycle_level where cycle_id = ${id} and not level = any (${levels.map((each) => each.level)}::text[])`.execute(
    tx,
  );
  await tx
    .insertInto('cycle_level')
    .values(
      levels.map((each) => ({
        cycle_id: id,
        level: each.level,
        register_due_on: each.registerDueOn,
        grace_until: each.graceUntil ?? null,
        locked_from: each.lockedFrom ?? null,
        appraise_due_on: each.appraiseDueOn,
        appraising_body: each.appraisingBody ?? '',
        recognising_body: each.recognisingBody ?? '',
        accept_days: each.acceptDays ?? null,
        mend_days: each.mendDays ?? null,
        appraise_days: each.appraiseDays ?? null,
        decide_days: each.decideDays ?? null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['cycle_id', 'level']).doUpdateSet((set) => ({
        register_due_on: set.ref('excluded.register_due_on'),
        grace_until: set.ref('excluded.grace_until'),
        locked_from: set.ref('excluded.locked_from'),
        appraise_due_on: set.ref('excluded.appraise_due_on'),
        appraising_body: set.ref('excluded.appraising_body'),
        recognising_body: set.ref('excluded.recognising_body'),
        accept_days: set.ref('excluded.accept_days'),
        mend_days: set.ref('excluded.mend_days'),
        appraise_days: set.ref('excluded.appraise_days'),
        decide_days: set.ref('excluded.decide_days'),
      })),
    )
    .execute();
  return undefined;
}
