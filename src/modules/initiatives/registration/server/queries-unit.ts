import { type RawBuilder, sql } from 'kysely';
import type { RegistrationFilter } from '../schema-filter.ts';

/** The rows `r` of a filter's unit: those that it and what is under it answer for today, or those that a figure of another day counts. */
export function atUnit({ unit, own, on, view = 'then' }: RegistrationFilter): RawBuilder<boolean> | undefined {
  if (!unit) return undefined;
  if (on) return onTreeOf(on, unit, own !== undefined, view);
  if (own) return sql<boolean>`r.keeper_unit_id = ${unit}`;
  return sql<boolean>`r.keeper_unit_id = any (array(select under.id from unit under, unit root
    where root.id = ${unit} and under.path_today <@ root.path_today))`;
}

function onTreeOf(day: string, unit: number, own: boolean, view: 'then' | 'now' | 'origin'): RawBuilder<boolean> {
  const standing = own
    ? sql`select ${unit}::integer as id`
    : sql`select p.id from unit_paths(${day}::date) p join unit_paths(${day}::date) root on root.id = ${unit} and p.path <@ root.path
        join unit_kind k on k.unit_id = p.id and k.valid @> ${day}::date`;
  if (view === 'then') return sql<boolean>`r.unit_id = any (array(${standing}))`;
  const column = view === 'now' ? sql`r.keeper_unit_id` : sql`coalesce(r.place_unit_id, r.unit_id)`;
  return sql<boolean>`${column} = any (array(select a.id from units_at(${day}::date) a where a.at_id in (${standing})))`;
}
