import { type RawBuilder, sql } from 'kysely';

/** The name that a unit (a column of the caller's) had on a day, or the last one before its end: one value. */
export function nameUntil(unit: RawBuilder<unknown>, day: RawBuilder<unknown> | string): RawBuilder<string | null> {
  return sql`(select named.name from unit_name named where named.unit_id = ${unit} and lower(named.valid) <= ${day}::date
    order by named.valid desc limit 1)`;
}

/** The same for every unit, as a table `(unit_id, name)`: for lists of thousands, which would look each one up. */
export function namesUntil(day: RawBuilder<unknown> | string): RawBuilder<unknown> {
  return sql`(select distinct on (unit_id) unit_id, name from unit_name where lower(valid) <= ${day}::date order by unit_id, valid desc)`;
}

/**
 * The unit of today in which another lies, as `{ id, name }`: itself while it stands, after its end what has succeeded it, or what
 * it hangs under. One JSON value.
 */
export function unitToday(unit: RawBuilder<unknown>, day: RawBuilder<unknown> | string): RawBuilder<UnitToday | null> {
  return sql`(select json_build_object('id', named.unit_id, 'name', named.name)
    from unit was cross join unnest(string_to_array(was.path_today::text, '.')::integer[]) with ordinality above (id, depth)
    join unit_name named on named.unit_id = above.id and named.valid @> ${day}::date
    where was.id = ${unit} order by above.depth desc limit 1)`;
}

export interface UnitToday {
  id: number;
  name: string;
}
