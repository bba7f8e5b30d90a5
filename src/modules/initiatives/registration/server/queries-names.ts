import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a dated row holds on a day. Said by both ends: of `valid @> day` the planner expects one row, and would walk each
 * table for each line.
 */
export function standsOn(table: string, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const valid = sql.ref(`${table}.valid`);
  return sql`lower(${valid}) <= ${day}::date and coalesce(upper(${valid}) > ${day}::date, true)`;
}

/** The unit of a line `r` and the one above it, `un` and `pn`, as they were called on the reference day of its cycle `c`. */
export const PLACE_NAMES = sql`
  left join unit_name un on un.unit_id = r.unit_id and ${standsOn('un', sql`c.reference_day`)}
  left join unit_parent up on up.unit_id = r.unit_id and ${standsOn('up', sql`c.reference_day`)}
  left join unit_name pn on pn.unit_id = up.parent_id and ${standsOn('pn', sql`c.reference_day`)}`;
