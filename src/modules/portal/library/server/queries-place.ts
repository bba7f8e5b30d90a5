import { sql } from 'kysely';

/**
 * The unit at which a published model `p` was recognised and the one above it, `n` and `pn`, as they were called on the day of its
 * cycle's tree; a unit that came later, by the name that it has.
 */
export const PLACE_THEN = sql`
  left join lateral (select name from unit_name where unit_id = p.unit_id order by valid @> p.reference_day desc, valid desc limit 1) n on true
  left join unit_parent up on up.unit_id = p.unit_id and up.valid @> p.reference_day
  left join unit_name pn on pn.unit_id = up.parent_id and pn.valid @> p.reference_day`;
