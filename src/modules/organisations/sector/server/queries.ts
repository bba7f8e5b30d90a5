import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Sector } from '../rules.ts';

/** Every sector system, in its order; one query. */
export const listSectors = (db: ReadDb): Promise<Sector[]> =>
  rowsOf(db, sql<Sector>`select id, code, name_vi as vi, name_en as en from sector order by position, id`);

export interface PlacedUnit {
  id: number;
  code: string | null;
  name: string;
  since: string;
  sector: Omit<Sector, 'id' | 'code'>;
}

/** The units that belong to a sector themselves on a day, at most 500, by name; one query. */
export const unitsInSectors = (db: ReadDb, day: string): Promise<PlacedUnit[]> =>
  rowsOf(
    db,
    sql<PlacedUnit>`
      select b.unit_id as id, c.code, n.name, lower(b.valid) as since, json_build_object('vi', s.name_vi, 'en', s.name_en) as sector
      from unit_sector b join sector s on s.id = b.sector_id
      join unit_name n on n.unit_id = b.unit_id and n.valid @> ${day}::date
      left join unit_code c on c.unit_id = b.unit_id and c.valid @> ${day}::date
      where b.valid @> ${day}::date order by n.name collate "vi-x-icu", b.unit_id limit 500`,
  );
