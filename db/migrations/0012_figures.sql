-- why: figures and duties walked thousands of cells and open registrations, and asked for each unit by itself; they read some hundred rows, and a day's tree in one pass
-- Cells summed over sector and subject: figures by unit and by field, which most pages show, need no more.
create table registration_count_sum (
  cycle_id integer not null references cycle,
  level text not null,
  keeper_unit_id integer not null references unit,
  unit_id integer not null references unit,
  field_id integer not null references field,
  registered integer not null,
  carried_out integer not null,
  recognised integer not null,
  outstanding integer not null,
  commended integer not null,
  primary key (cycle_id, level, keeper_unit_id, unit_id, field_id)
);
comment on table registration_count_sum is 'Leaf cells summed over sector and subject, never an ancestor''s total';
insert into registration_count_sum
  select cycle_id, level, keeper_unit_id, unit_id, field_id, sum(registered), sum(carried_out), sum(recognised), sum(outstanding), sum(commended)
  from registration_count_cell group by 1, 2, 3, 4, 5;

create view registration_count_by_field with (security_invoker = true) as
  select cycle_id, level, unit_id, keeper_unit_id, field_id, registered, carried_out, recognised, outstanding, commended from registration_count_sum
  union all
  select cycle_id, level, unit_id, keeper_unit_id, field_id, registered, carried_out, recognised, outstanding, commended from registration_count_delta;

-- What a statement adds to the cells is added to their sums. Only the fold and the recount write cells, one at a time.
create function sum_cells() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform add_to_sums(array(select c::registration_count_cell from new_rows c), '{}');
  elsif tg_op = 'UPDATE' then
    perform add_to_sums(array(select c::registration_count_cell from new_rows c), array(select c::registration_count_cell from old_rows c));
  else
    perform add_to_sums('{}', array(select c::registration_count_cell from old_rows c));
  end if;
  return null;
end $$;
create function add_to_sums(added registration_count_cell[], taken registration_count_cell[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into registration_count_sum as total
    select cycle_id, level, keeper_unit_id, unit_id, field_id,
      sum(registered * sign), sum(carried_out * sign), sum(recognised * sign), sum(outstanding * sign), sum(commended * sign)
    from (select 1 as sign, a.* from unnest(added) a union all select -1, t.* from unnest(taken) t) change
    group by 1, 2, 3, 4, 5
    on conflict (cycle_id, level, keeper_unit_id, unit_id, field_id) do update set
      registered = total.registered + excluded.registered, carried_out = total.carried_out + excluded.carried_out,
      recognised = total.recognised + excluded.recognised, outstanding = total.outstanding + excluded.outstanding,
      commended = total.commended + excluded.commended
  $$;
create trigger cells_inserted after insert on registration_count_cell referencing new table as new_rows
  for each statement execute function sum_cells();
create trigger cells_updated after update on registration_count_cell referencing old table as old_rows new table as new_rows
  for each statement execute function sum_cells();
create trigger cells_deleted after delete on registration_count_cell referencing old table as old_rows
  for each statement execute function sum_cells();

-- Until they are folded, the rows of one import are no burden to another cycle's figures.
create index on registration_count_delta (cycle_id);

-- Many rows are read at once here: the scope's units are hashed once a statement, not walked for each row.
alter table registration_count_sum enable row level security; alter table registration_count_sum force row level security;
create policy scope on registration_count_sum using ((select scope_is_all()) or keeper_unit_id in (select unnest(scope_units())));
alter policy scope on registration_count_cell using ((select scope_is_all()) or keeper_unit_id in (select unnest(scope_units())));
alter policy scope on registration_count_delta using ((select scope_is_all()) or keeper_unit_id in (select unnest(scope_units())));
grant select on registration_count_sum, registration_count_by_field to kheo_app;

-- The whole tree of some days. The planner takes few ranges to hold a day and would look each unit up by itself, three times.
create function standing_units(days date[])
  returns table (day date, id integer, code text, name text, level text, parent_id integer)
  language plpgsql stable set enable_nestloop = off
  as $$
declare one date;
begin
  foreach one in array days loop
    return query
      select one, n.unit_id, c.code, n.name, t.level, p.parent_id
      from unit_name n
      join unit_kind k on k.unit_id = n.unit_id and k.valid @> one
      join unit_kind_type t on t.kind = k.kind
      left join unit_code c on c.unit_id = n.unit_id and c.valid @> one
      left join unit_parent p on p.unit_id = n.unit_id and p.valid @> one
      where n.valid @> one;
  end loop;
end $$;

-- For each keeper at or under some units and each level, the unit that answers for its registrations, where that is one of
-- these: the nearest one at or above it that stands at the level or higher.
create function answers_of(units integer[], day date)
  returns table (keeper_unit_id integer, level text, unit_id integer)
  language plpgsql stable set enable_nestloop = off
  as $$
begin
  return query
    with above as (
      select a.keeper, a.id, array_position(array['commune', 'district', 'province'], t.level) as rank,
        max(array_position(array['commune', 'district', 'province'], t.level))
          over (partition by a.keeper order by a.depth desc rows between unbounded preceding and 1 preceding) as nearer
      from (
        select k.id as keeper, unnest(k.path) as id, generate_subscripts(k.path, 1) as depth
        from (select u.id, string_to_array(u.path_today::text, '.')::integer[] as path from unit u
          where u.path_today <@ array(select root.path_today from unit root where root.id = any (units))) k) a
      join unit_kind uk on uk.unit_id = a.id and uk.valid @> day
      join unit_kind_type t on t.kind = uk.kind)
    select above.keeper, l.level, above.id
    from above join (values ('commune', 1), ('district', 2), ('province', 3)) as l (level, rank)
      on l.rank <= above.rank and l.rank > coalesce(above.nearer, 0)
    where above.id = any (units);
end $$;

-- What waits is looked for by state, level and keeper: a body answers for one level of many keepers.
create index registration_open on registration (state, level, keeper_unit_id) where state in ('submitted', 'self_assessed', 'proposed');
-- Every decision is looked at when they are counted.
alter policy scope on decision using ((select scope_is_all()) or unit_id in (select unnest(scope_units()))
  or exists (select from registration r where r.recognised_by = decision.id));
