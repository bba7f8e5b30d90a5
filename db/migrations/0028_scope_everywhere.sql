-- why: whoever serves over every unit there is need not be compared with each of them, row by row
create function scope_is_everywhere() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('kheo.scope_everywhere', true), '') = 'on'
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
