-- why: each statement asked anew, for each table it read, which units lie under the scope's; now a transaction asks once.
create function units_under_scope() returns integer[] language sql stable security definer parallel safe
  set search_path = public, pg_temp as $$
    -- What is not approved yet is looked up first, once: asked for each unit it would cost more than all the rest.
    with less as materialized (
      select split_part(pair, '.', 1)::integer as root, gained.path_today as path
      from unnest(coalesce(nullif(current_setting('kheo.scope_without', true), ''), '{}')::text[]) pair
      join unit gained on gained.id = split_part(pair, '.', 2)::integer)
    select coalesce(array_agg(distinct under.id), '{}')
    from unit root
    join unit under on under.path_today <@ root.path_today
    where root.id = any (coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}')::integer[])
      and not exists (select from less where less.root = root.id and under.path_today <@ less.path)
  $$;

-- What opened the transaction has set `kheo.scope_under`; where nothing has, or the tree has changed since, it is found anew.
create or replace function scope_units() returns integer[] language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('kheo.scope_under', true), '')::integer[], units_under_scope())
$$;
alter function scope_units() security invoker;
alter function scope_units() reset all;

create function forget_scope_under() returns trigger language plpgsql as $$
begin
  perform set_config('kheo.scope_under', '', true);
  return null;
end $$;
create trigger scope_under after insert or update of path_today or delete on unit
  for each statement execute function forget_scope_under();
