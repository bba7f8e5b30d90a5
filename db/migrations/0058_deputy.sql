-- why: who is away names a deputy for one office, from a day to a day: a dated appointment that says for whom it stands
alter table appointment add column stands_for integer references appointment;
comment on column appointment.stands_for is 'Of a deputy: the appointment in whose place this one stands, within its days and never beyond';
create index appointment_deputy on appointment (person_id) where stands_for is not null;
-- One deputy at a time.
alter table appointment add constraint appointment_one_deputy exclude using gist (stands_for with =, valid with &&) where (stands_for is not null);

-- A deputy gets what the office has and no more, for its days and ninety at most, of nobody who is a deputy; later it only shrinks.
create function deputy_fits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.person_id, new.role, new.unit_id, new.registrant_id, new.sector_id, new.stands_for)
        is distinct from (old.person_id, old.role, old.unit_id, old.registrant_id, old.sector_id, old.stands_for)
      or not new.valid <@ old.valid then
      raise exception 'A deputy''s appointment is only ended.' using errcode = 'check_violation';
    end if;
  elsif not exists (select from appointment o where o.id = new.stands_for and o.stands_for is null and o.person_id <> new.person_id
      and (o.role, o.unit_id) = (new.role, new.unit_id) and o.registrant_id is not distinct from new.registrant_id
      and o.sector_id is not distinct from new.sector_id and o.role not in ('administrator', 'auditor', 'people_administrator')
      and new.valid <@ o.valid and not isempty(new.valid) and upper(new.valid) - lower(new.valid) <= 90) then
    raise exception 'A deputy stands for one office, within its days.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger appointment_deputy_fits before insert or update on appointment for each row
  when (new.stands_for is not null) execute function deputy_fits();

-- Where an office ends, whoever stands for its holder ends with it.
create function deputies_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update appointment d set valid = d.valid * new.valid where d.stands_for = new.id and not d.valid <@ new.valid;
  return null;
end $$;
create trigger appointment_deputies_end after update of valid on appointment for each row
  when (new.stands_for is null and new.valid is distinct from old.valid) execute function deputies_end();
create index on appointment (stands_for) where stands_for is not null;

create function owns_office(office integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appointment a where a.id = office and a.person_id = scope_person())
$$;
create policy deputies on appointment for select using (stands_for is not null and owns_office(stands_for));
create policy names_deputy on appointment for insert with check (stands_for is not null and owns_office(stands_for));
create policy ends_deputy on appointment for update
  using (stands_for is not null and (person_id = (select scope_person()) or owns_office(stands_for)))
  with check (stands_for is not null and (person_id = (select scope_person()) or owns_office(stands_for)));

-- Who may be named: an open account of somebody who serves, in those days, at the office's unit, above it or under it. For who may name.
create function deputy_named(typed text, office integer, days daterange)
  returns table (id integer, full_name text, audits boolean, holds boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select p.id, p.full_name,
      exists (select from appointment t where t.person_id = p.id and t.valid && days and t.role = 'auditor'),
      exists (select from appointment t where t.person_id = p.id and t.valid && days and t.role = o.role and t.unit_id = o.unit_id
        and t.registrant_id is not distinct from o.registrant_id and t.sector_id is not distinct from o.sector_id)
    from appointment o join unit w on w.id = o.unit_id
    join account c on lower(c.username) = typed and c.disabled_at is null join person p on p.id = c.person_id
    where o.id = office and (session_sees_all() or o.person_id = scope_person() or o.unit_id = any (scope_administered()))
      and exists (select from appointment t join unit u on u.id = t.unit_id where t.person_id = p.id and t.valid && days
        and (u.path_today @> w.path_today or u.path_today <@ w.path_today))
  $$;
-- Who stands for whom now or in days to come: for both of them, and for who administers people there.
create function deputies_with(person integer, day date) returns table (id integer, office_id integer, role text, unit_id integer, path text,
    unit text, absent_id integer, absent text, deputy_id integer, deputy text, since date, until date)
  language sql stable security definer set search_path = public, pg_temp as $$
    select d.id, o.id, d.role, d.unit_id, u.path_today::text,
      (select n.name from unit_name n where n.unit_id = d.unit_id order by n.valid desc limit 1),
      o.person_id, a.full_name, d.person_id, p.full_name, lower(d.valid), upper(d.valid) - 1
    from appointment d join appointment o on o.id = d.stands_for join unit u on u.id = d.unit_id
    join person a on a.id = o.person_id join person p on p.id = d.person_id
    where person in (o.person_id, d.person_id) and not isempty(d.valid) and upper(d.valid) > day
      and (session_sees_all() or scope_person() in (o.person_id, d.person_id) or d.unit_id = any (scope_administered()))
    order by d.valid, d.id
  $$;

-- The same answer as before, and for a deputy also that of whom they stand for today: of the two whoever is tied, neither judges.
create or replace function conflict_of(person integer, registration integer) returns text language sql stable security definer
  set search_path = public, pg_temp as $$
  select case
    when exists (select from appointment a where a.person_id = any (s.seats) and a.registrant_id = r.registrant_id) then 'own_unit'
    -- At its own level a unit judges its registrants; above it, those who serve at the keeper judge what is theirs.
    when r.level is distinct from (select t.level from unit_kind k join unit_kind_type t on t.kind = k.kind
        where k.unit_id = r.keeper_unit_id order by k.valid desc limit 1)
      and exists (select from person p where p.id = any (s.seats) and (p.unit_id = r.keeper_unit_id
        or exists (select from appointment a where a.person_id = p.id and a.unit_id = r.keeper_unit_id
          and a.valid && daterange((select c.opens_on from cycle c where c.id = r.cycle_id), null)
          and a.role not in ('administrator', 'auditor', 'people_administrator')))) then 'own_unit'
    when exists (select from registration_event e join registration o on o.id = e.registration_id
      where o.initiative_id = r.initiative_id and e.act = 'submit' and e.actor_id = any (s.seats)) then 'author'
    else (select t.kind from tie t join initiative i on i.id = t.initiative_id
      where t.person_id = any (s.seats) and (t.initiative_id = r.initiative_id or (t.kind = 'kin' and i.registrant_id = r.registrant_id))
      order by array_position(array['signatory', 'mentor', 'kin'], t.kind) limit 1)
  end
  from registration r, (select array(select person union all select o.person_id from appointment d join appointment o on o.id = d.stands_for
    where d.person_id = person and d.stands_for is not null and d.valid @> scope_today()) as seats offset 0) s
  where r.id = registration
$$;

-- What the session's person reads in the place of whom they stand for at the team's unit: waiting, and not blind, which nobody takes over.
create function reading_in_place(registration integer) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select v.id from appointment d join appointment o on o.id = d.stands_for
    join review v on v.registration_id = registration and v.person_id = o.person_id and v.state = 'waiting' and v.how <> 'blind'
  where d.person_id = scope_person() and d.stands_for is not null and d.valid @> scope_today()
    and d.unit_id = (select t.unit_id from team t where t.id = team_of(registration))
  order by v.id limit 1
$$;
-- What they are to read of a model: what was asked of them, else that.
create function reading_of(registration integer) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select v.id from review v where v.registration_id = registration and v.person_id = scope_person()),
    reading_in_place(registration))
$$;
-- As before; whoever is to read it in another's place is waited for, too.
create or replace function scores_open(registration integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select scope_person() is null or (
    conflict_of(scope_person(), registration) is null
    and case (select v.state from review v where v.id = reading_of(registration))
      when 'given' then true
      when 'waiting' then false
      when 'recused' then false
      else not exists (select from review v where v.registration_id = registration and v.state = 'waiting' and v.how <> 'blind')
        or not exists (select from team_member m where m.team_id = team_of(registration) and m.person_id = scope_person())
    end)
$$;

-- As before, and whom an appointment stands for. The day is Vietnam's, whatever clock the server keeps.
create or replace function opened_as(whose integer, moment timestamptz)
returns table (person_id integer, full_name text, appointments json, bodies integer[]) language sql stable as $$
  select p.id, p.full_name,
    coalesce((select json_agg(json_build_object('role', t.role, 'unit_id', t.unit_id, 'unit_name', n.name, 'level', kt.level,
      'registrant_id', t.registrant_id, 'sector', case when t.sector_id is not null then (select json_build_object('id', g.id, 'vi', g.name_vi, 'en', g.name_en) from sector g where g.id = t.sector_id) end,
      'path', u.path_today, 'kept', k.unit_ids,
      'stands_for', case when t.stands_for is not null then (select json_build_object('id', o.person_id, 'name', q.full_name,
        'until', upper(t.valid) - 1) from appointment o join person q on q.id = o.person_id where o.id = t.stands_for) end,
      'without', (select json_agg(json_build_object('id', g.unit_id, 'path', gu.path_today)) from appointment_proposal g
        join reorganisation r on r.id = g.reorganisation_id and r.state = 'applied' and r.effective_on <= today.day
        join unit gu on gu.id = g.unit_id
        where g.appointment_id = t.id and g.kind = 'gain' and g.state <> 'approved')) order by t.id)
      from appointment t
      join unit u on u.id = t.unit_id
      left join lateral (select k.unit_ids, kr.effective_on from appointment_keep k join reorganisation kr on kr.id = k.reorganisation_id and kr.state = 'applied'
        where upper(t.valid) <= today.day and k.appointment_id = t.id and k.valid_before @> today.day offset 0) k on true
      left join unit_name n on n.unit_id = t.unit_id and n.valid @> case when k.unit_ids is null then today.day else k.effective_on - 1 end
      left join unit_kind uk on uk.unit_id = t.unit_id and uk.valid @> case when k.unit_ids is null then today.day else k.effective_on - 1 end
      left join unit_kind_type kt on kt.kind = uk.kind
      where t.person_id = p.id and (t.valid @> today.day or k.unit_ids is not null)), '[]'),
    array(select m.body_id from body_member m join body b on b.id = m.body_id and b.valid @> today.day
      where m.person_id = p.id and m.valid @> today.day order by 1)
  from person p, (select (moment at time zone 'Asia/Ho_Chi_Minh')::date as day) today where p.id = whose
$$;

-- As before; who acted in another's place stands in a time line as 'one (thay another)', and both names are struck out.
create or replace function blind_sheet(asked integer, day date) returns table (registration_id integer, cycle_id integer, level text, subject text,
  unit_id integer, state text, mine text, parts jsonb, names text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.cycle_id, r.level, r.subject, r.keeper_unit_id, r.state, v.state,
    jsonb_build_object('name', w.name, 'reason', w.reason, 'objectives', w.objectives, 'content', w.content, 'place', w.place,
      'forces', w.forces, 'resources', w.resources, 'outputs', w.outputs, 'sustaining', w.sustaining),
    array(select distinct name from (
      select g.name from registrant g where g.id in (r.registrant_id, i.registrant_id)
      union all select i.public_registrant
      union all select regexp_split_to_table(e.actor_name, ' \(thay |\)$') from registration_event e join registration o on o.id = e.registration_id where o.initiative_id = i.id
      union all select p.full_name from appointment a join person p on p.id = a.person_id where a.registrant_id = r.registrant_id
      union all select n.name from unit_name n where n.unit_id in (r.unit_id, r.keeper_unit_id)) named
      where length(name) > 1)
  from review v join registration r on r.id = v.registration_id join initiative i on i.id = r.initiative_id
    join initiative_version w on w.id = r.version_id
  where v.id = asked and v.how = 'blind' and v.person_id = scope_person() and not reads_by_duty(v.person_id, r.id, day)
$$;

do $$ declare door text; begin
  foreach door in array array['owns_office(integer)', 'deputy_named(text, integer, daterange)', 'deputies_with(integer, date)',
    'reading_in_place(integer)', 'reading_of(integer)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to kheo_app', door);
  end loop;
end $$;
