-- why: a union's officer sees its line across all units, and members of bodies have their rights from the body
-- One duty more: of one sector system at or under one unit.
alter table appointment add column sector_id integer references sector;
alter table appointment drop constraint appointment_role_check;
alter table appointment add constraint appointment_role_check check (role in ('registrant', 'commune_officer', 'district_officer',
  'provincial_officer', 'committee_member', 'sector_officer', 'administrator', 'auditor'));
alter table appointment add constraint appointment_sector_check check ((role = 'sector_officer') = (sector_id is not null));

-- A place that was set up before has none of them yet; a new one is given them with its first administrator.
insert into sector (code, name_vi, name_en, position)
  select s.* from (values ('DANG', 'Cơ quan Đảng', 'Party bodies', 1), ('CQ', 'Chính quyền', 'Government', 2),
    ('MTTQ', 'Mặt trận Tổ quốc', 'Fatherland Front', 3), ('PN', 'Hội Liên hiệp Phụ nữ', 'Women’s Union', 4), ('ND', 'Hội Nông dân', 'Farmers’ Union', 5),
    ('TN', 'Đoàn Thanh niên', 'Youth Union', 6), ('CCB', 'Hội Cựu chiến binh', 'Veterans’ Association', 7), ('CD', 'Công đoàn', 'Trade union', 8),
    ('LLVT', 'Lực lượng vũ trang', 'Armed forces', 9), ('GD', 'Trường học', 'Schools', 10), ('DN', 'Doanh nghiệp, hợp tác xã', 'Enterprises and cooperatives', 11)) s
  where exists (select from account) and not exists (select from sector);

create table unit_sector (
  unit_id integer not null references unit,
  sector_id integer not null references sector,
  valid daterange not null check (not isempty(valid)),
  exclude using gist (unit_id with =, valid with &&)
);
comment on table unit_sector is 'The sector system that a unit itself belongs to, since when and until when';
create index on unit_sector (sector_id);
create index registrant_without_sector on registrant (unit_id, id) where sector_id is null;
alter table unit_sector enable row level security; alter table unit_sector force row level security;
create policy reads on unit_sector for select using (true);
create policy writes on unit_sector using ((select scope_is_all()));
grant select, insert, update, delete on unit_sector to kheo_app;

-- Sector and unit as one number, so that sector A at X and sector B at Y never give A at Y.
create function sector_at(sector integer, unit integer) returns bigint language sql immutable parallel safe
  return sector * 2147483648 + unit;

-- Which sector the session reads at which units: its pairs 'sector.root', less what has come under a root and is not approved
-- yet ('sector.root.unit').
create function scope_sector_units() returns bigint[] language sql stable security definer parallel safe
  set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(distinct sector_at(held.sector, under.id)), '{}')
    from (select split_part(pair, '.', 1)::integer as sector, split_part(pair, '.', 2)::integer as root
      from unnest(coalesce(nullif(current_setting('kheo.scope_sectors', true), ''), '{}')::text[]) pair) held
    join unit root on root.id = held.root
    join unit under on under.path_today <@ root.path_today
    where not exists (
      select from unnest(coalesce(nullif(current_setting('kheo.scope_sectors_without', true), ''), '{}')::text[]) less
      join unit gained on gained.id = split_part(less, '.', 3)::integer
      where split_part(less, '.', 1)::integer = held.sector and split_part(less, '.', 2)::integer = held.root
        and under.path_today <@ gained.path_today)
  $$;
-- Pairs 'sector.unit' of units that have ended, whose open work of that sector the session keeps.
create function scope_sector_kept() returns bigint[] language sql stable parallel safe
  as $$
    select coalesce(array_agg(sector_at(split_part(pair, '.', 1)::integer, split_part(pair, '.', 2)::integer)), '{}')
    from unnest(coalesce(nullif(current_setting('kheo.scope_sectors_kept', true), ''), '{}')::text[]) pair
  $$;
create function scope_has_sectors() returns boolean language sql stable parallel safe
  as $$
    select coalesce(nullif(current_setting('kheo.scope_sectors', true), ''), '{}') <> '{}'
      or coalesce(nullif(current_setting('kheo.scope_sectors_kept', true), ''), '{}') <> '{}'
  $$;
-- Every unit at which the session reads anything: to name and to choose, never to tell what may be read there.
create function scope_places() returns integer[] language sql stable security definer parallel safe
  set search_path = public, pg_temp
  as $$
    select array(select unnest(scope_units()) union select (pair & 2147483647)::integer from unnest(scope_sector_units()) pair)
  $$;

-- Whether an account acts for a registrant on a day: who writes for those without one may not see others' appointments.
create function has_own_account(registrant integer, day date) returns boolean language sql stable security definer parallel safe
  set search_path = public, pg_temp
  as $$ select exists (select from appointment a where a.registrant_id = registrant and a.valid @> day) $$;
create index on appointment (registrant_id) where registrant_id is not null;

alter policy scope on registration using ((select scope_is_all()) or keeper_unit_id in (select unnest(scope_units()))
  or registrant_id = any ((select scope_registrants())::integer[])
  or (published_at is not null and (select scope_is_public()))
  or (keeper_unit_id = any ((select scope_kept())::integer[]) and (state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed')
    or (select is_writing())))
  or ((select scope_has_sectors()) and (sector_at(sector_id, keeper_unit_id) in (select unnest(scope_sector_units()))
    or (sector_at(sector_id, keeper_unit_id) = any ((select scope_sector_kept())::bigint[])
      and (state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed') or (select is_writing()))))));
-- A model is read by its own sector, and by that of each of its registrations: a registrant may have changed its line.
alter policy scope on initiative using ((select scope_is_all()) or keeper_unit_id = any ((select scope_units())::integer[])
  or registrant_id = any ((select scope_registrants())::integer[])
  or (published_at is not null and (select scope_is_public()))
  or (keeper_unit_id = any ((select scope_kept())::integer[]) and exists (
    select from registration r where r.initiative_id = initiative.id
      and r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed')))
  or ((select scope_has_sectors()) and (sector_at(sector_id, keeper_unit_id) in (select unnest(scope_sector_units()))
    or exists (select from registration r where r.initiative_id = initiative.id and r.state <> 'annulled'))));
alter policy scope on registrant using ((select scope_is_all()) or unit_id = any ((select scope_units())::integer[])
  or id = any ((select scope_registrants())::integer[]) or unit_id = any ((select scope_kept())::integer[])
  or ((select scope_has_sectors()) and (sector_at(sector_id, unit_id) in (select unnest(scope_sector_units()))
    or sector_at(sector_id, unit_id) = any ((select scope_sector_kept())::bigint[]))));
-- Sums beside the cells know no sector: who reads by sector reads the cells.
alter policy scope on registration_count_cell using ((select scope_is_all()) or keeper_unit_id in (select unnest(scope_units()))
  or sector_at(sector_id, keeper_unit_id) in (select unnest(scope_sector_units())));
alter policy scope on registration_count_delta using ((select scope_is_all()) or keeper_unit_id in (select unnest(scope_units()))
  or sector_at(sector_id, keeper_unit_id) in (select unnest(scope_sector_units())));

-- The same scope as row security's, for who is allowed to use an index that row security would not let be used.
create or replace function registration_hits(needle text, most integer, in_cycle integer default null) returns integer[]
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare
    sees_all boolean := session_sees_all();
    sees_public boolean := scope_is_public();
    units integer[] := scope_units();
    registrants integer[] := scope_registrants();
    kept integer[] := scope_kept();
    open_states text := $s$state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed')$s$;
    pattern text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
    found integer[];
  begin
    execute format($q$
      select coalesce(array_agg(id), '{}') from (
        select id from registration
        where plain_text like %L and state <> 'annulled' %s %s
        order by id desc limit %s) hit$q$,
      pattern,
      case when in_cycle is null then '' else format('and cycle_id = %s', in_cycle) end,
      case when sees_all then '' else format(
        'and (keeper_unit_id = any (%L::integer[]) or registrant_id = any (%L::integer[]) or (published_at is not null and %L::boolean) %s)',
        units, registrants, sees_public,
        case when kept = '{}' then '' else format('or (keeper_unit_id = any (%L::integer[]) and %s)', kept, open_states) end
        || case when not scope_has_sectors() then '' else format(
          ' or sector_at(sector_id, keeper_unit_id) = any (%L::bigint[]) or (sector_at(sector_id, keeper_unit_id) = any (%L::bigint[]) and %s)',
          scope_sector_units(), scope_sector_kept(), open_states) end) end,
      most) into found;
    return found;
  end $$;

-- Registrations and models follow their registrant's sector: open ones always, past ones only where they had none. As the owner,
-- since some may be kept by a unit that whoever says the sector does not see. Answers the registrations that changed.
create function follow_registrants(ids integer[]) returns integer[] language sql security definer set search_path = public, pg_temp
  as $$
    with followed as (
      update registration r set sector_id = g.sector_id from registrant g
      where g.id = r.registrant_id and g.id = any (ids) and r.sector_id is distinct from g.sector_id
        and (r.sector_id is null or r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed'))
      returning r.id),
    models as (
      update initiative i set sector_id = g.sector_id from registrant g
      where g.id = i.registrant_id and g.id = any (ids) and i.sector_id is distinct from g.sector_id
        and (i.sector_id is null or exists (select from registration r where r.initiative_id = i.id
          and r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed'))))
    select coalesce(array_agg(id order by id), '{}') from followed
  $$;

create table body (
  id integer generated by default as identity primary key,
  kind text not null check (kind in ('steering_committee', 'working_group', 'council')),
  name text not null check (name <> '' and length(name) <= 300),
  unit_id integer not null references unit,
  founding_number text not null check (founding_number <> '' and length(founding_number) <= 100),
  founded_on date not null,
  merged_with text not null default '',
  standing_office text not null default '',
  valid daterange not null check (not isempty(valid))
);
comment on table body is 'A steering committee, working group or council of a unit, by the decision that founded it; ended, it stays on record';
create index on body (unit_id);

create table body_member (
  id integer generated by default as identity primary key,
  body_id integer not null references body,
  person_id integer not null references person,
  role text not null check (role in ('head', 'standing_deputy', 'deputy', 'member', 'secretary')),
  charge text not null default '',
  valid daterange not null check (not isempty(valid)),
  exclude using gist (body_id with =, person_id with =, valid with &&),
  exclude using gist (body_id with =, role with =, valid with &&) where (role in ('head', 'standing_deputy'))
);
comment on table body_member is 'Who is on a body, as what, in charge of which sector or field, since when and until when; from anywhere in the tree';
create index on body_member (person_id);

create table body_file (
  id integer generated by default as identity primary key,
  body_id integer not null references body,
  name text not null check (name <> '' and length(name) <= 200),
  type text not null check (type in ('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/png', 'image/jpeg')),
  bytes bytea not null check (length(bytes) between 1 and 20971520),
  added_by text not null,
  added_at timestamptz not null
);
comment on table body_file is 'Working regulations of a body, the newest in force; earlier ones stay';
create index on body_file (body_id, id);
-- The files are compressed already.
alter table body_file alter column bytes set storage external;

-- The duty that a membership brings; it ends with the membership, wherever a reorganisation has carried it.
alter table appointment add column body_member_id integer references body_member;
create index on appointment (body_member_id) where body_member_id is not null;

create function scope_bodies() returns integer[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kheo.scope_bodies', true), ''), '{}')::integer[] $$;
do $$ declare name text; begin
  foreach name in array array['body', 'body_member', 'body_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
create policy scope on body using ((select scope_is_all()) or unit_id in (select unnest(scope_units()))
  or id = any ((select scope_bodies())::integer[]));
create policy parent on body_member using ((select scope_is_all()) or exists (select from body b where b.id = body_id));
create policy parent on body_file using ((select scope_is_all()) or exists (select from body b where b.id = body_id));
-- Who sees a body sees who is on it.
alter policy scope on person using ((select scope_is_all()) or id = (select scope_person())
  or unit_id = any ((select scope_units())::integer[]) or id in (select m.person_id from body_member m));
grant select, insert, update on body, body_member to kheo_app;
grant select, insert on body_file to kheo_app;
-- A member may come from anywhere: who appoints one names them by their user name, and learns no more than the name.
create function person_of_username(typed text) returns table (id integer, full_name text) language sql stable security definer
  set search_path = public, pg_temp
  as $$ select p.id, p.full_name from account a join person p on p.id = a.person_id where lower(a.username) = typed and a.disabled_at is null $$;

-- As before; with each appointment the sector that it is for, and the bodies that the person is on.
drop function open_session(bytea, timestamptz);
create function open_session(token bytea, moment timestamptz)
  returns table (person_id integer, full_name text, username text, language text, last_seen_at timestamptz, appointments json, bodies integer[])
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.person_id, p.full_name, a.username, a.language, s.last_seen_at,
      coalesce((select json_agg(json_build_object('role', t.role, 'unit_id', t.unit_id, 'unit_name', n.name, 'level', kt.level,
        'registrant_id', t.registrant_id, 'sector', (select json_build_object('id', g.id, 'vi', g.name_vi, 'en', g.name_en) from sector g where g.id = t.sector_id),
        'path', u.path_today, 'kept', k.unit_ids,
        'without', (select json_agg(json_build_object('id', g.unit_id, 'path', gu.path_today)) from appointment_proposal g
          join reorganisation r on r.id = g.reorganisation_id and r.state = 'applied' and r.effective_on <= moment::date
          join unit gu on gu.id = g.unit_id
          where g.appointment_id = t.id and g.kind = 'gain' and g.state <> 'approved')) order by t.id)
        from appointment t
        join unit u on u.id = t.unit_id
        left join (appointment_keep k join reorganisation kr on kr.id = k.reorganisation_id and kr.state = 'applied')
          on k.appointment_id = t.id and not t.valid @> moment::date and k.valid_before @> moment::date
        left join unit_name n on n.unit_id = t.unit_id and n.valid @> case when k.unit_ids is null then moment::date else kr.effective_on - 1 end
        left join unit_kind uk on uk.unit_id = t.unit_id and uk.valid @> case when k.unit_ids is null then moment::date else kr.effective_on - 1 end
        left join unit_kind_type kt on kt.kind = uk.kind
        where t.person_id = a.person_id and (t.valid @> moment::date or (k.unit_ids is not null and upper(t.valid) <= moment::date))), '[]'),
      array(select m.body_id from body_member m join body b on b.id = m.body_id and b.valid @> moment::date
        where m.person_id = a.person_id and m.valid @> moment::date order by 1)
    from session s
    join account a on a.person_id = s.person_id and a.disabled_at is null
    join person p on p.id = a.person_id
    where s.token_hash = token and s.expires_at > moment
  $$;

