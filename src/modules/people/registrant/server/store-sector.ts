import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';

/** Registrants within scope, locked in the order of their ids, each with the path of its unit. */
export async function registrantsForUpdate(
  tx: WriteDb,
  ids: readonly number[],
): Promise<{ id: number; sectorId: number | null; path: string }[]> {
  const { rows } = await sql<{ id: number; sectorId: number | null; path: string }>`
    select g.id, g.sector_id as "sectorId", u.path_today::text as path from registrant g join unit u on u.id = g.unit_id
    where g.id = any (${[...ids]}::integer[]) order by g.id for update of g`.execute(tx);
  return rows;
}

export async function setSectorOf(tx: WriteDb, ids: readonly number[], sectorId: number): Promise<void> {
  await tx
    .updateTable('registrant')
    .set({ sector_id: sectorId })
    .where('id', 'in', [...ids])
    .execute();
}
