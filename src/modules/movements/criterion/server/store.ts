import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { WriteDb } from '#platform/server/context.ts';

/** Whether a model has been judged by a year's criteria. */
export async function areInUse(tx: WriteDb, cycleId: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select criteria_in_use(${cycleId}) as used`.execute(tx);
  return rows[0]?.used ?? false;
}

interface NewCriterion {
  cycleId: number;
  id?: number | undefined;
  subject: 'collective' | 'individual';
  textVi: string;
  textEn: string;
  source: string;
}

/** A new criterion comes last of its subject's and is numbered after them. */
export async function writeCriterion(tx: WriteDb, given: NewCriterion): Promise<number> {
  const { cycleId, id, subject } = given;
  const values = { text_vi: given.textVi, text_en: given.textEn, source: given.source };
  if (id !== undefined) {
    const known = tx.updateTable('criterion').set(values).where('id', '=', id).where('cycle_id', '=', cycleId);
    return (await known.returning('id').executeTakeFirst())?.id ?? refuse('missing', 'refusal.missing');
  }
  const { rows } = await sql<{ id: number }>`
    insert into criterion (cycle_id, subject, code, text_vi, text_en, position, source)
    select ${cycleId}, ${subject}::text, (coalesce(max(position), 0) + 1)::text, ${given.textVi}, ${given.textEn}, coalesce(max(position), 0) + 1, ${given.source}
    from criterion where cycle_id = ${cycleId} and subject = ${subject} returning id`.execute(tx);
  return rows[0]?.id as number;
}

export async function deleteCriterion(tx: WriteDb, cycleId: number, id: number): Promise<void> {
  await tx.deleteFrom('criterion').where('id', '=', id).where('cycle_id', '=', cycleId).execute();
}
