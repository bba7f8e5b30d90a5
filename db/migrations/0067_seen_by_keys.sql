-- why: at 100,000 registrations the decisions of an office took 0.3 s and its upkeep 0.2 s, those of a sector's officer of the province
-- 2.6 and 22 s: row security looked into the annex of every decision and at the registrations of every model, each time with the
-- sector's units laid out anew

create function sector_units_under_scope() returns bigint[] language sql stable parallel safe security definer set search_path = public, pg_temp as $$
    with less as materialized (
      select split_part(pair, '.', 1)::integer as sector, split_part(pair, '.', 2)::integer as root, gained.path_today as path
      from unnest(coalesce(nullif(current_setting('kheo.scope_sectors_without', true), ''), '{}')::text[]) pair
      join unit gained on gained.id = split_part(pair, '.', 3)::integer)
    select coalesce(array_agg(distinct sector_at(held.sector, under.id)), '{}')
    from (select split_part(pair, '.', 1)::integer as sector, split_part(pair, '.', 2)::integer as root
      from unnest(coalesce(nullif(current_setting('kheo.scope_sectors', true), ''), '{}')::text[]) pair) held
    join unit root on root.id = held.root
    join unit under on under.path_today <@ root.path_today
    where not exists (
      select from less where less.sector = held.sector and less.root = held.root and under.path_today <@ less.path)
  $$;
-- As scope_units: laid out once, when a transaction opens, and forgotten when the tree changes within it.
create or replace function scope_sector_units() returns bigint[] language sql stable parallel safe security invoker as $$
  select coalesce(nullif(current_setting('kheo.scope_sectors_under', true), '')::bigint[], sector_units_under_scope())
$$;

create or replace function forget_scope_under() returns trigger language plpgsql as $$
begin
  perform set_config('kheo.scope_under', '', true), set_config('kheo.scope_sectors_under', '', true),
    set_config('kheo.scope_everywhere', '', true);
  return null;
end $$;

create or replace function open_scope(names text[], given text[]) returns void language plpgsql as $$
begin
  perform set_config('kheo.' || name, value, true) from unnest(names, given) as said (name, value);
  -- Every statement of a transaction asks which units lie under its scope's: they are found once, here, and for who serves over
  -- all of them not at all.
  if coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}') = '{}' then
    perform set_config('kheo.scope_under', '{}', true), set_config('kheo.scope_everywhere', '', true);
  elsif scope_covers_all() then
    perform set_config('kheo.scope_under', '', true), set_config('kheo.scope_everywhere', 'on', true);
  else
    perform set_config('kheo.scope_under', units_under_scope()::text, true), set_config('kheo.scope_everywhere', '', true);
  end if;
  perform set_config('kheo.scope_sectors_under',
    case when scope_has_sectors() then sector_units_under_scope()::text else '{}' end, true);
end $$;

-- Each is a question of its own to the database. As dear as it is, the planner finds the few rows that are meant by their keys first.
alter function decision_names_within(integer) cost 1000;
alter function model_left_open(integer) cost 1000;
alter function model_registered_within(integer) cost 1000;

-- Who serves over everything is asked first, as for models.
alter policy parent on upkeep using ((select scope_is_everywhere()) or (select scope_is_all())
  or (not (select scope_is_public()) and exists (select from initiative i where i.id = initiative_id)));
