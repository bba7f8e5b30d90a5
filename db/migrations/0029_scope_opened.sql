-- why: every transaction opens with its scope; told in one call whose plan is kept, it costs a third
create index unit_root on unit (id) where nlevel(path_today) = 1;

-- Who serves at the only root there is stands above every unit; asked of the roots alone, it costs the same for twelve thousand.
create or replace function scope_covers_all() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('kheo.scope_without', true), ''), '{}') = '{}' and (
    select count(*) = 1
      and bool_and(id = any (coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}')::integer[]))
    from unit where nlevel(path_today) = 1)
$$;

create function open_scope(names text[], given text[]) returns void language plpgsql as $$
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
end $$;
