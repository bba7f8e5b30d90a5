import { type RawBuilder, sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { listMovements } from '../../movement/server/queries.ts';
import type { Cycle, CycleLevel, MovementName } from '../rules.ts';

interface CycleRow extends MovementName {
  id: number;
  movement_id: number;
  code: string;
  year: number;
  reference_day: string;
  opens_on: string;
  legal_basis: string;
  document_id: number | null;
  clause: string;
  basis: string;
  code_prefix: string;
  levels: CycleLevel[];
}

/** Every cycle with its levels, latest first; one query. */
export async function listCycles(db: ReadDb): Promise<(Cycle & MovementName)[]> {
  const rows = await rowsOf(
    db,
    sql<CycleRow>`
      select c.id, c.movement_id, c.code, c.year, c.reference_day, c.opens_on, c.legal_basis, c.document_id, c.clause, basis_text(c.document_id, c.clause) as basis, m.code_prefix,
        m.name_vi as "movementVi", m.name_en as "movementEn",
        (select coalesce(json_agg(json_build_object('level', l.level, 'registerDueOn', l.register_due_on,
            'graceUntil', l.grace_until, 'lockedFrom', l.locked_from, 'appraiseDueOn', l.appraise_due_on,
            'appraisingBody', l.appraising_body, 'recognisingBody', l.recognising_body,
            'acceptDays', l.accept_days, 'mendDays', l.mend_days, 'appraiseDays', l.appraise_days, 'decideDays', l.decide_days) order by array_position(array['commune', 'district', 'province'], l.level)), '[]')
          from cycle_level l where l.cycle_id = c.id) as levels
      from cycle c join movement m on m.id = c.movement_id
      order by c.year desc, c.id desc`,
  );
  return rows.map((row) => ({
    id: row.id,
    movementId: row.movement_id,
    code: row.code,
    year: row.year,
    referenceDay: row.reference_day,
    opensOn: row.opens_on,
    legalBasis: row.legal_basis,
    documentId: row.document_id,
    clause: row.clause,
    basis: row.basis,
    codePrefix: row.code_prefix,
    movementVi: row.movementVi,
    movementEn: row.movementEn,
    levels: row.levels,
  }));
}

/** The id of `currentCycle` on a day, for a statement that need not know it before. */
export const currentCycleId = (today: string): RawBuilder<number> => sql<number>`(select coalesce(
  (select id from cycle where opens_on <= ${today}::date order by year desc, id desc limit 1),
  (select id from cycle order by year, id limit 1)))`;

/**
 * One cycle by its code (a year such as `2019`), which is its movement's alone. Refuses (409) a code of several movements unless
 * the one that is meant is named by its id.
 */
export async function cycleByCode(db: ReadDb, code: string, movementId?: number): Promise<Cycle | undefined> {
  const coded = (await listCycles(db)).filter((cycle) => cycle.code === code);
  const found = movementId === undefined ? coded : coded.filter((cycle) => cycle.movementId === movementId);
  if (found.length > 1) {
    const among = (await listMovements(db)).filter(({ id }) => found.some((cycle) => cycle.movementId === id));
    const movements = among.map(({ id, nameVi }) => `${id} (${nameVi})`).join(', ');
    refuse('conflict', 'movement.cycle_of_several', { params: { cycle: code, movements } });
  }
  return found[0];
}

/** A cycle with whether its criteria have been used: then they stay as they are. */
export async function cycleToSetUp(db: ReadDb, id: number): Promise<(Cycle & { criteriaInUse: boolean }) | undefined> {
  const cycle = (await listCycles(db)).find((each) => each.id === id);
  if (!cycle) return undefined;
  const [found] = await rowsOf(db, sql<{ used: boolean }>`select criteria_in_use(${id}) as used`);
  return { ...cycle, criteriaInUse: found?.used ?? false };
}
