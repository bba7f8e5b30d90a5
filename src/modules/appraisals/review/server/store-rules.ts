import { sql } from 'kysely';
import type { z } from 'zod';
import type { WriteDb } from '#platform/server/context.ts';
import type { SaveReviewRule } from '../schema.ts';

/** A level of a year with the unit that keeps its movement; locked for who keeps it, so that rules are written one after the other. */
export async function levelForUpdate(tx: WriteDb, cycleId: number, level: string) {
  const { rows } = await sql<{ cycleId: number; unitId: number | null }>`
    with locked as (select cycle_id from cycle_level where cycle_id = ${cycleId} and level = ${level} for update)
    select c.id as "cycleId", m.unit_id as "unitId" from cycle c join movement m on m.id = c.movement_id
      left join locked on locked.cycle_id = c.id
    where c.id = ${cycleId} and exists (select from cycle_level l where l.cycle_id = c.id and l.level = ${level})`.execute(
    tx,
  );
  return rows[0];
}

export async function writeRule(tx: WriteDb, input: z.output<typeof SaveReviewRule>): Promise<void> {
  const { cycleId, level, aggregate, wanted, cap = null, spread, documentId = null, clause } = input;
  const rule = { aggregate, wanted, cap, spread, document_id: documentId, clause };
  await tx
    .insertInto('review_rule')
    .values({ cycle_id: cycleId, level, ...rule })
    .onConflict((same) => same.columns(['cycle_id', 'level']).doUpdateSet(rule))
    .execute();
}

/** Takes a rule away; false where a team stands on it. */
export async function deleteRule(tx: WriteDb, cycleId: number, level: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select review_rule_in_use(${cycleId}, ${level}) as used`.execute(tx);
  if (rows[0]?.used) return false;
  await tx.deleteFrom('review_rule').where('cycle_id', '=', cycleId).where('level', '=', level).execute();
  return true;
}
