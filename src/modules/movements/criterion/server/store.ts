import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { WriteDb } from '#platform/server/context.ts';

/** Whether a model has been judged by a year's criteria, or by one unit's additions to them. */
export async function areInUse(tx: WriteDb, cycleId: number, unitId: number | undefined): Promise<boolean> {
  const asked = unitId === undefined ? sql`criteria_in_use(${cycleId})` : sql`additions_in_use(${cycleId}, ${unitId})`;
  const { rows } = await sql<{ used: boolean }>`select ${asked} as used`.execute(tx);
  return rows[0]?.used ?? false;
}

interface NewCriterion {
  cycleId: number;
  id?: number | undefined;
  unitId?: number | undefined;
  subject: 'collective' | 'individual';
  textVi: string;
  textEn: string;
  source: string;
  points?: number | undefined;
  anchors: string;
  documentId?: number | undefined;
  clause: string;
}

/** A new criterion comes last of its subject's and is numbered after them; a known one stays whose it is. */
export async function writeCriterion(tx: WriteDb, given: NewCriterion): Promise<number> {
  const { cycleId, id, subject, unitId = null, points = null, documentId = null } = given;
  const values = {
    text_vi: given.textVi,
    text_en: given.textEn,
    source: given.source,
    points,
    anchors: given.anchors,
    document_id: documentId,
    clause: given.clause,
  };
  if (id !== undefined) {
    const known = tx.updateTable('criterion').set(values).where('id', '=', id).where('cycle_id', '=', cycleId);
    const own = known.where('unit_id', unitId === null ? 'is' : '=', unitId);
    return (await own.returning('id').executeTakeFirst())?.id ?? refuse('missing', 'refusal.missing');
  }
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(position), 0) + 1 as last from criterion where cycle_id = ${cycleId} and subject = ${subject}`.execute(
    tx,
  );
  const position = rows[0]?.last ?? 1;
  const made = tx
    .insertInto('criterion')
    .values({ cycle_id: cycleId, subject, unit_id: unitId, code: String(position), position, ...values });
  return (await made.returning('id').executeTakeFirstOrThrow()).id;
}

export async function deleteCriterion(tx: WriteDb, cycleId: number, unitId: number | null, id: number): Promise<void> {
  const known = tx.deleteFrom('criterion').where('id', '=', id).where('cycle_id', '=', cycleId);
  await known.where('unit_id', unitId === null ? 'is' : '=', unitId).execute();
}
