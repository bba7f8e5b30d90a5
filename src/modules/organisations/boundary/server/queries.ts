import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Outline } from '../rules.ts';

/** An outline of the map of a day, and which of the units asked for lie within it. */
export interface MapUnit {
  id: number;
  name: string;
  outline: Outline;
  holds: number[];
}

/**
 * The outlines of the units that stand on a day, of the lowest level that has any, with those asked for that lie within each: by
 * themselves, or because it succeeded them. None where no boundaries were read in. One query.
 */
export function mapWith(db: ReadDb, unitIds: readonly number[], day: string): Promise<MapUnit[]> {
  return rowsOf(
    db,
    sql<MapUnit>`
      with drawn as materialized (
        select u.id, u.path_today, n.name, b.geometry
        from unit_boundary b join unit u on u.id = b.unit_id join unit_name n on n.unit_id = u.id and n.valid @> ${day}::date)
      select d.id, d.name, d.geometry as outline, array(select asked.id from unit asked
        where asked.id = any ((select ${[...new Set(unitIds)]}::integer[])::integer[]) and asked.path_today <@ d.path_today) as holds
      from drawn d where d.id not in (select above from drawn below, unnest(string_to_array(below.path_today::text, '.')::integer[]) above
        where above <> below.id)
      order by d.id`,
  );
}

/** The map for several that stand in units; of one alone, or where no unit is told, there is nothing to see on it. */
export async function mapOf(db: ReadDb, placed: readonly { unitId: number | null }[], day: string): Promise<MapUnit[]> {
  const unitIds = placed.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]));
  return placed.length > 1 && unitIds.length > 0 ? mapWith(db, unitIds, day) : [];
}
