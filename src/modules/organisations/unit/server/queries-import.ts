import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { fold } from '#platform/vietnamese.ts';
import type { KnownUnit } from '../rules-import.ts';

/** Every code that a unit bears or bore, with its days, and what the unit was called when it began to. One query. */
export function knownUnits(db: ReadDb): Promise<KnownUnit[]> {
  return rowsOf(
    db,
    sql<KnownUnit>`
      select c.unit_id as id, c.code, n.name, k.kind, lower(c.valid) as "from", upper(c.valid) as until
      from unit_code c
      join unit_name n on n.unit_id = c.unit_id and n.valid @> lower(c.valid)
      join unit_kind k on k.unit_id = c.unit_id and k.valid @> lower(c.valid)`,
  );
}

/** Finds a kind by its key or by its folded Vietnamese word. */
export async function kindsByWord(db: ReadDb): Promise<Map<string, string>> {
  const rows = await db.selectFrom('unit_kind_type').select(['kind', 'name_vi']).execute();
  return new Map(rows.flatMap(({ kind, name_vi }) => [[kind, kind] as const, [fold(name_vi), kind] as const]));
}
