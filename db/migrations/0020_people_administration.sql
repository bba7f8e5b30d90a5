-- why: people administered within a subtree, accounts asked for by anybody and answered by the level above, people read in from lists
-- One duty more: lets people in at one unit and under it, and sees nothing else by it.
alter table appointment drop constraint appointment_role_check;
alter table appointment add constraint appointment_role_check check (role in ('registrant', 'commune_officer', 'district_officer',
  'provincial_officer', 'committee_member', 'sector_officer', 'people_administrator', 'administrator', 'auditor'));
alter table person add column phone text check (phone ~ '^\+?[0-9]{8,15}$');
create index on appointment (unit_id) where role = 'people_administrator';

-- Which day it is for the session: the day of its request, where a function of the wall asks what is in force.
create function scope_today() returns date language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kheo.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date) $$;
create function is_live(valid daterange) returns boolean language sql stable parallel safe
  as $$ select not isempty(valid) and (upper_inf(valid) or upper(valid) > scope_today()) $$;
-- The units in which the session administers people: at and under its roots, less what has come under one and is not approved
-- yet ('root.unit'); `below`: what stands under a root, not the root itself.
create function scope_administered(below boolean default false) returns integer[] language sql stable security definer parallel safe
  set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(distinct under.id), '{}')
    from unit root
    join unit under on under.path_today <@ root.path_today and (not below or under.id <> root.id)
    where root.id = any (coalesce(nullif(current_setting('kheo.scope_administered', true), ''), '{}')::integer[])
      and not exists (
        select from unnest(coalesce(nullif(current_setting('kheo.scope_administered_without', true), ''), '{}')::text[]) pair
        join unit gained on gained.id = split_part(pair, '.', 2)::integer
        where split_part(pair, '.', 1)::integer = root.id and under.path_today <@ gained.path_today)
  $$;
-- Whom it administers: who has a duty in those units, now or to come, or belongs to one of them and has none anywhere.
create function scope_people() returns integer[] language sql stable security definer parallel safe set search_path = public, pg_temp
  as $$
    select case when coalesce(nullif(current_setting('kheo.scope_administered', true), ''), '{}') = '{}' then '{}'::integer[] else array(
      with inside as materialized (select unnest(scope_administered()) as id)
      select a.person_id from appointment a where a.unit_id in (select id from inside) and is_live(a.valid)
      union
      select p.id from person p where p.unit_id in (select id from inside)
        and not exists (select from appointment a where a.person_id = p.id and is_live(a.valid))) end
  $$;
-- Of these, whose account it may touch: those all of whose rights it could give itself. Whoever has any other (a duty elsewhere, one
-- above, open work of a unit that has ended, a seat on a body elsewhere), and who asks, are not among them.
create function scope_people_whole() returns integer[] language sql stable security definer parallel safe set search_path = public, pg_temp
  as $$
    with inside as materialized (select unnest(scope_administered()) as id),
    below as materialized (select unnest(scope_administered(true)) as id)
    select array(select p.id from unnest(scope_people()) p (id)
      where p.id is distinct from scope_person()
        and not exists (select from appointment a where a.person_id = p.id and is_live(a.valid)
          and (a.unit_id not in (select id from inside) or a.role in ('administrator', 'auditor')
            or (a.role = 'people_administrator' and a.unit_id not in (select id from below))))
        and not exists (select from appointment a join appointment_keep k on k.appointment_id = a.id and k.unit_ids <> '{}'
          and is_live(k.valid_before) join reorganisation r on r.id = k.reorganisation_id and r.state = 'applied'
          where a.person_id = p.id and not is_live(a.valid))
        and not exists (select from body_member m join body b on b.id = m.body_id and is_live(b.valid)
          where m.person_id = p.id and is_live(m.valid) and b.unit_id not in (select id from inside)))
  $$;
-- What no single unit's administrator can see for themselves: yes or no, or a number, never who.
create function address_is_taken(address text, other_than integer) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$ select exists (select from person where lower(email) = lower(address) and id is distinct from other_than) $$;
create function invitations_to(address text, since timestamptz) returns integer language sql stable security definer
  set search_path = public, pg_temp
  as $$ select count(*)::integer from invitation where email = address and created_at > since $$;
-- Whether somebody administers people above a unit: if not, what is asked for there waits for the administrators.
create function is_administered_above(unit integer, day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp
  as $$
    select exists (select from appointment a join account c on c.person_id = a.person_id and c.disabled_at is null
      join unit root on root.id = a.unit_id join unit asked on asked.id = unit
      where a.role = 'people_administrator' and a.valid @> day and asked.path_today <@ root.path_today and asked.id <> root.id)
  $$;

alter policy scope on person using ((select scope_is_all()) or id = (select scope_person())
  or unit_id = any ((select scope_units())::integer[]) or id in (select m.person_id from body_member m)
  or unit_id = any ((select scope_administered())::integer[]) or id = any ((select scope_people())::integer[]));
alter policy scope on account using ((select scope_is_all()) or person_id = (select scope_person())
  or person_id = any ((select scope_people())::integer[]))
  with check ((select scope_is_all()) or person_id = (select scope_person()) or person_id = any ((select scope_people_whole())::integer[]));
alter policy scope on appointment using ((select scope_is_all()) or person_id = (select scope_person())
  or unit_id = any ((select scope_units())::integer[]) or unit_id = any ((select scope_administered())::integer[]))
  with check ((select scope_is_all()) or unit_id = any ((select scope_units())::integer[])
    or (unit_id = any ((select scope_administered())::integer[]) and person_id is distinct from (select scope_person())
      and role not in ('administrator', 'auditor')
      and (role <> 'people_administrator' or unit_id = any ((select scope_administered(true))::integer[]))));
alter policy scope on registrant using ((select scope_is_all()) or unit_id = any ((select scope_units())::integer[])
  or id = any ((select scope_registrants())::integer[]) or unit_id = any ((select scope_kept())::integer[])
  or ((select scope_has_sectors()) and (sector_at(sector_id, unit_id) in (select unnest(scope_sector_units()))
    or sector_at(sector_id, unit_id) = any ((select scope_sector_kept())::bigint[])))
  or unit_id = any ((select scope_administered())::integer[]));
alter policy scope on invitation using ((select scope_is_all()) or invited_by = (select scope_person())
  or person_id = any ((select scope_people())::integer[]))
  with check ((select scope_is_all()) or person_id = any ((select scope_people_whole())::integer[]));
do $$ declare name text; begin
  foreach name in array array['session', 'device', 'second_factor', 'recovery_code'] loop
    execute format('alter policy scope on %I using ((select scope_is_all()) or person_id = (select scope_person())
      or person_id = any ((select scope_people_whole())::integer[]))', name);
  end loop;
end $$;
alter policy scope on ticket using ((select scope_is_all()) or person_id = any ((select scope_people_whole())::integer[]));

-- As before; who administers people sees no record by that.
create or replace function readers_of(keeper integer, of_registrant integer, of_sector integer, still_open boolean, day date)
  returns table (person_id integer, full_name text, role text, unit_name text, why text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with place as (select path_today as path from unit where id = keeper),
    duties as (
      select a.*, u.path_today as path, a.valid @> day as in_force from appointment a join unit u on u.id = a.unit_id
      join account c on c.person_id = a.person_id and c.disabled_at is null where a.role <> 'people_administrator'),
    found as (
      select d.id, d.person_id, d.role, d.unit_id, 'all' as why from duties d where d.in_force and d.role in ('administrator', 'auditor')
      union all
      select d.id, d.person_id, d.role, d.unit_id, 'registrant' from duties d where d.role = 'registrant' and d.registrant_id = of_registrant
        and (d.in_force or exists (select from appointment_keep k join reorganisation r on r.id = k.reorganisation_id and r.state = 'applied'
          where k.appointment_id = d.id and k.valid_before @> day))
      union all
      select d.id, d.person_id, d.role, d.unit_id, 'territory' from duties d, place
      where d.in_force and d.role not in ('administrator', 'auditor', 'registrant') and place.path <@ d.path
        and (d.sector_id is null or d.sector_id = of_sector)
        and not exists (select from appointment_proposal g join reorganisation r on r.id = g.reorganisation_id and r.state = 'applied' and r.effective_on <= day
          join unit gained on gained.id = g.unit_id
          where g.appointment_id = d.id and g.kind = 'gain' and g.state <> 'approved' and place.path <@ gained.path_today)
      union all
      select d.id, d.person_id, d.role, d.unit_id, 'kept' from duties d
      join appointment_keep k on k.appointment_id = d.id and keeper = any (k.unit_ids) and k.valid_before @> day
      join reorganisation r on r.id = k.reorganisation_id and r.state = 'applied'
      where still_open and not d.in_force and upper(d.valid) <= day and d.role <> 'registrant'
        and (d.sector_id is null or d.sector_id = of_sector))
    select f.person_id, p.full_name, f.role,
      (select n.name from unit_name n where n.unit_id = f.unit_id and lower(n.valid) <= day order by n.valid desc limit 1), f.why
    from found f join person p on p.id = f.person_id
    order by array_position(array['registrant', 'territory', 'kept', 'all'], f.why), f.unit_id desc, p.full_name
  $$;

-- Ways in that strangers begin, and accounts that they ask for, are counted by window.
alter table sign_in_failure drop constraint sign_in_failure_way_check;
alter table sign_in_failure add constraint sign_in_failure_way_check
  check (way in ('device', 'pair', 'name', 'address', 'confirm', 'mail', 'begin', 'request'));

create table account_request (
  id integer generated by default as identity primary key,
  full_name text not null check (length(full_name) <= 200),
  email text check (length(email) <= 200),
  phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  unit_id integer not null references unit,
  role text not null check (role in ('registrant', 'commune_officer', 'district_officer', 'provincial_officer', 'committee_member')),
  registrant text not null default '' check (length(registrant) <= 300),
  reason text not null check (length(reason) <= 1000),
  language text not null check (language in ('vi', 'en')),
  state text not null default 'open' check (state in ('open', 'approved', 'refused', 'expired')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  decided_by integer references person,
  answer text not null default '' check (length(answer) <= 1000),
  person_id integer references person,
  emptied_at timestamptz,
  check ((state = 'open') = (decided_at is null)),
  check ((state = 'approved') = (person_id is not null)),
  check (emptied_at is null or (state <> 'open' and full_name = '' and email is null and phone is null and registrant = '' and reason = ''))
);
comment on table account_request is 'Somebody without an account asks for one; the level above answers once; what was typed is taken out afterwards';
create unique index on account_request (unit_id, coalesce(email, phone)) where state = 'open';
create index on account_request (unit_id) where state = 'open';
create index on account_request (state, expires_at) where emptied_at is null;

create table people_import (
  id integer generated by default as identity primary key,
  made_by integer references person,
  file text not null check (length(file) <= 255),
  as_of date not null,
  rows jsonb not null,
  created_at timestamptz not null,
  applied_at timestamptz
);
comment on table people_import is 'A list of people as it was read, and what became of each row; its rows go after a while, the people stay';
create index on people_import (made_by, id);

do $$ declare name text; begin
  foreach name in array array['account_request', 'people_import'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
-- Who administers people above a unit answers what is asked for there.
create policy scope on account_request using ((select scope_is_all()) or unit_id = any ((select scope_administered(true))::integer[]));
create policy scope on people_import using ((select scope_is_all()) or made_by = (select scope_person()));
grant select, insert, update on account_request to kheo_app;
grant select, insert, update, delete on people_import to kheo_app;
