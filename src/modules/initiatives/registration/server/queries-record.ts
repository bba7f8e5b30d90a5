import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/** Every registration of a model within scope, annulled ones too: what was ever done to it is looked up by them. */
export async function registrationIdsOf(db: ReadDb, initiativeId: number): Promise<number[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`select id from registration where initiative_id = ${initiativeId} order by id`,
  );
  return rows.map((row) => row.id);
}

/** The model of each registration within scope, by the registration's id. */
export async function initiativesOf(db: ReadDb, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(
    db,
    sql<{ id: number; initiative_id: number }>`
      select id, initiative_id from registration where id = any (${[...ids]}::integer[])`,
  );
  return new Map(rows.map((row) => [row.id, row.initiative_id]));
}
