import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { WriteDb } from '#platform/server/context.ts';

export interface KeptMovement {
  id: number;
  unitId: number | null;
  codePrefix: string;
  nameVi: string;
  nameEn: string;
  superiorId: number | null;
  superiorNote: string;
  legalBasis: string;
}

/**
 * A movement as it is set up, locked for who keeps it: whatever it consists of is written under this lock. Others read it and are
 * told why they may not.
 */
export async function movementForUpdate(tx: WriteDb, id: number): Promise<KeptMovement | undefined> {
  const { rows } = await sql<KeptMovement>`
    with locked as (select id from movement where id = ${id} for update)
    select m.id, unit_id as "unitId", code_prefix as "codePrefix", name_vi as "nameVi", name_en as "nameEn",
      superior_id as "superiorId", superior_note as "superiorNote", legal_basis as "legalBasis"
    from movement m left join locked using (id) where m.id = ${id}`.execute(tx);
  return rows[0];
}

type Facts = Omit<KeptMovement, 'id' | 'codePrefix'>;
const columnsOf = (facts: Facts) => ({
  unit_id: facts.unitId,
  name_vi: facts.nameVi,
  name_en: facts.nameEn,
  superior_id: facts.superiorId,
  superior_note: facts.superiorNote,
  legal_basis: facts.legalBasis,
});

export async function insertMovement(tx: WriteDb, facts: Facts & Pick<KeptMovement, 'codePrefix'>): Promise<number> {
  // Drawn, not counted: two that are set up at the same moment would count the same.
  const code = `m${randomUUID()}`;
  const values = { code, code_prefix: facts.codePrefix, ...columnsOf(facts) };
  return (await tx.insertInto('movement').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

export async function updateMovement(tx: WriteDb, id: number, facts: Facts): Promise<void> {
  await tx.updateTable('movement').set(columnsOf(facts)).where('id', '=', id).execute();
}

interface NewPhase {
  movementId: number;
  id?: number | undefined;
  nameVi: string;
  nameEn: string;
  from: string;
  until: string;
  legalBasis: string;
}

/** Writes a phase, new or known; nothing where its days overlap another's. */
export async function writePhase(tx: WriteDb, phase: NewPhase): Promise<number | undefined> {
  const { id = null, movementId } = phase;
  const runs = sql<string>`daterange(${phase.from}::date, ${phase.until}::date, '[]')`;
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from phase where movement_id = ${movementId} and id is distinct from ${id} and runs && ${runs}) as taken`.execute(
    tx,
  );
  if (rows[0]?.taken) return undefined;
  const values = { name_vi: phase.nameVi, name_en: phase.nameEn, runs, legal_basis: phase.legalBasis };
  if (id === null)
    return (
      await tx
        .insertInto('phase')
        .values({ movement_id: movementId, ...values })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const known = tx.updateTable('phase').set(values).where('id', '=', id).where('movement_id', '=', movementId);
  return (await known.returning('id').executeTakeFirst())?.id ?? refuse('missing', 'refusal.missing');
}
