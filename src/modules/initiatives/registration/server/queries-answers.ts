import { type RawBuilder, sql } from 'kysely';

export interface Answer {
  keeper_unit_id: number;
  level: string;
  unit_id: number;
}

/**
 * A table of who answers: for each keeper at or under these units and each level, the unit that answers for its
 * registrations, where that is one of these. The same rule as a registration's own `responsible_unit_id`, worked out once
 * for every keeper (from the ids in its path) instead of once for every registration.
 */
export function answersOf(units: readonly number[], day: string): RawBuilder<Answer> {
  return sql<Answer>`
    select keeper_unit_id, level, unit_id from (
      select distinct on (k.id, l.level) k.id as keeper_unit_id, l.level, a.id as unit_id
      from unit k
      cross join lateral unnest(string_to_array(k.path_today::text, '.')::integer[]) with ordinality as a (id, depth)
      join unit_kind uk on uk.unit_id = a.id and uk.valid @> ${day}::date
      join unit_kind_type t on t.kind = uk.kind
      join (values ('commune', 1), ('district', 2), ('province', 3)) as l (level, rank)
        on array_position(array['commune', 'district', 'province'], t.level) >= l.rank
      where k.path_today <@ array(select path_today from unit where id = any (${[...units]}::integer[]))
      order by k.id, l.level, a.depth desc) nearest
    where unit_id = any (${[...units]}::integer[])`;
}

const rankOf = (level: RawBuilder<unknown>) => sql`array_position(array['commune', 'district', 'province'], ${level})`;

/**
 * Whether one of these units answers for registration `r`. Keeper and level are packed into one number and compared with an
 * array that is worked out once: joined to the table above, every keeper would be looked up by itself.
 */
export function answeredBy(units: readonly number[], day: string): RawBuilder<boolean> {
  return sql<boolean>`r.keeper_unit_id * 4 + ${rankOf(sql`r.level`)} = any ((
    select coalesce(array_agg(keeper_unit_id * 4 + ${rankOf(sql`level`)}), '{}') from (${answersOf(units, day)}) answer)::integer[])`;
}
