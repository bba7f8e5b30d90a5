import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { PlaceChoice } from '../rules.ts';

/** What the library can be narrowed by: only fields, years and units that have published models. */
export interface LibraryChoices {
  fields: { id: number; nameVi: string; nameEn: string }[];
  /** Latest first. */
  years: number[];
  /** Units with models and those above them, without the outermost, which would narrow nothing. */
  places: PlaceChoice[];
}

/** Everything to choose from, in one query. */
export async function libraryChoices(db: ReadDb): Promise<LibraryChoices> {
  const rows = await rowsOf(
    db,
    sql<LibraryChoices>`
      with shown as materialized (
        select distinct cycle_id, field_id, keeper_unit_id from registration where state = 'recognised' and published_at is not null),
      place as materialized (
        select distinct above::integer as id from (select distinct keeper_unit_id from shown) s join unit u on u.id = s.keeper_unit_id
          cross join unnest(string_to_array(u.path_today::text, '.')) above)
      select
        (select coalesce(json_agg(json_build_object('id', f.id, 'nameVi', f.name_vi, 'nameEn', f.name_en) order by f.position, f.id), '[]')
          from field f where f.id in (select field_id from shown)) as fields,
        array(select distinct c.year from cycle c where c.id in (select cycle_id from shown) order by 1 desc) as years,
        (select coalesce(json_agg(json_build_object('id', u.id, 'parentId', p.parent_id, 'name', n.name)), '[]')
          from place join unit u using (id) join unit_name n on n.unit_id = u.id and upper_inf(n.valid)
          left join unit_parent p on p.unit_id = u.id and upper_inf(p.valid)
          where nlevel(u.path_today) > 1) as places`,
  );
  return rows[0] as LibraryChoices;
}
