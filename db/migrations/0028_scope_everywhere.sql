-- why: whoever serves over every unit there is need not be compared with each of them, row by row
create function scope_is_everywhere() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('kheo.scope_everywhere', true), '') = 'on'
$$;
-- Whether one of the scope's units stands above every other, with nothing under it that is not approved yet.
create function scope_covers_all() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('kheo.scope_without', true), ''), '{}') = '{}' and exists (
    select from unit root
    where root.id = any (coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}')::integer[])
      and not exists (select from unit other where not other.path_today <@ root.path_today))
$$;
create or replace function forget_scope_under() returns trigger language plpgsql as $$
begin
  perform set_config('kheo.scope_under', '', true), set_config('kheo.scope_everywhere', '', true);
  return null;
end $$;

do $$ declare one record; begin
  for one in
    select polrelid::regclass as what, pg_get_expr(polqual, polrelid) as condition from pg_policy
    where polname = 'scope' and polrelid::regclass::text in ('registration', 'initiative', 'registrant',
      'registration_count_cell', 'registration_count_delta', 'registration_count_sum')
  loop
    execute format('alter policy scope on %s using ((select scope_is_everywhere()) or %s)', one.what, one.condition);
  end loop;
end $$;

-- The same for a sector's officers: what is not approved yet is looked up first, once.
create or replace function scope_sector_units() returns bigint[] language sql stable security definer parallel safe
  set search_path = public, pg_temp as $$
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
