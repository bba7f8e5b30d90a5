-- why: a registration may wait for a later day or for the next cycle: it stays registered, is work again on its day, and may go on in the next cycle as the same model.
alter table registration drop constraint registration_state_check;
alter table registration add constraint registration_state_check check (state in ('submitted', 'returned', 'recalled', 'accepted',
  'self_assessed', 'proposed', 'deferred', 'recognised', 'not_recognised', 'carried_over', 'withdrawn', 'annulled'));

create table deferral (
  registration_id integer primary key references registration,
  comes_back_on date,
  deferred_at timestamptz not null
);
alter table deferral enable row level security;
alter table deferral force row level security;
create policy parent on deferral using ((select scope_is_all())
  or (not (select scope_is_public()) and exists (select from registration r where r.id = deferral.registration_id)));
grant select, insert, update on deferral to kheo_app;
comment on table deferral is 'When a registration that is deferred comes back; says nothing of one that is not';
comment on column deferral.comes_back_on is 'Null: with the next cycle of its movement';

-- What is deferred still waits for somebody. Wherever the database lists the open states, whoever wrote it last, it is one of them.
do $$
declare one record; functions integer := 0; policies integer := 0;
begin
  for one in select pg_get_functiondef(p.oid) as body from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosrc like '%''self_assessed'', ''proposed'')%'
  loop
    execute replace(one.body, '''self_assessed'', ''proposed'')', '''self_assessed'', ''proposed'', ''deferred'')');
    functions := functions + 1;
  end loop;
  for one in select p.polname, p.polrelid::regclass as of, pg_get_expr(p.polqual, p.polrelid) as test from pg_policy p
    where pg_get_expr(p.polqual, p.polrelid) like '%''self_assessed''::text, ''proposed''::text])%'
  loop
    execute format('alter policy %I on %s using (%s)', one.polname, one.of,
      replace(one.test, '''self_assessed''::text, ''proposed''::text])', '''self_assessed''::text, ''proposed''::text, ''deferred''::text])'));
    policies := policies + 1;
  end loop;
  if functions < 3 or policies < 2 then
    raise exception 'the open states are listed in % functions and % policies; 3 and 2 were known', functions, policies;
  end if;
end $$;
drop index registration_state_keeper_unit_id_idx;
create index registration_state_keeper_unit_id_idx on registration (state, keeper_unit_id)
  where state in ('submitted', 'accepted', 'self_assessed', 'proposed', 'returned', 'recalled', 'deferred');
