import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { fold } from '#platform/vietnamese.ts';

/** Counts the units and keeps others from adding any until the end of the transaction. */
export async function countUnitsAlone(tx: WriteDb): Promise<number> {
  await sql`lock table unit in share row exclusive mode`.execute(tx);
  const { count } = await tx
    .selectFrom('unit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A unit without a parent that stands since ever, as registers of past years need it to. */
export async function insertRoot(tx: WriteDb, root: { name: string; code: string; kind: string }): Promise<number> {
  // Its path is its id, which is known once the row is there.
  const unplaced = tx.insertInto('unit').values({ path_today: 'unplaced' }).returning('id');
  const { id: unit_id } = await unplaced.executeTakeFirstOrThrow();
  await tx
    .updateTable('unit')
    .set({ path_today: String(unit_id) })
    .where('id', '=', unit_id)
    .execute();
  const valid = '[1900-01-01,)';
  await tx
    .insertInto('unit_name')
    .values({ unit_id, name: root.name, plain_name: fold(root.name), valid })
    .execute();
  await tx.insertInto('unit_code').values({ unit_id, code: root.code, valid }).execute();
  await tx.insertInto('unit_kind').values({ unit_id, kind: root.kind, valid }).execute();
  await tx.insertInto('unit_parent').values({ unit_id, parent_id: null, valid }).execute();
  return unit_id;
}
