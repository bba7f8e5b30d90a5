-- why: verdicts are staged from scores and applied together; a second reader from elsewhere reads blind
create table staged_verdict (
  registration_id integer primary key references registration,
  team_id integer not null references team,
  verdict text not null check (verdict in ('proposed', 'not_recognised')),
  reason text not null default '' check (length(reason) <= 2000),
  total integer check (total between 0 and 10000),
  counted integer not null check (counted >= 0),
  staged_by_name text not null,
  at timestamptz not null,
  applied_at timestamptz,
  check (verdict = 'proposed' or reason <> '')
);
comment on table staged_verdict is 'A verdict as it is prepared from the scores; nothing until it is applied, together with the others of its unit';
comment on column staged_verdict.total is 'The one figure of the readers'' totals when it was staged, in hundredths of 100; counted: of how many';
create index on staged_verdict (team_id);
alter table staged_verdict enable row level security;
alter table staged_verdict force row level security;
-- Staged is not said yet: only those of the office see it.
create policy scope on staged_verdict using (office_reads(registration_id));
create policy no_conflict on staged_verdict as restrictive for insert
  with check ((select scope_person()) is null or conflict_of((select scope_person()), registration_id) is null);
create policy no_conflict_changed on staged_verdict as restrictive for update using (true)
  with check (applied_at is not null or (select scope_person()) is null or conflict_of((select scope_person()), registration_id) is null);
grant select, insert, update, delete on staged_verdict to kheo_app;

-- Whether somebody reads a registration by a duty of theirs, so that they could not read it blind; published, anybody does.
create function reads_by_duty(person integer, registration integer, day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from registration r join initiative i on i.id = r.initiative_id join unit keeper on keeper.id = r.keeper_unit_id
    where r.id = registration and (i.published_at is not null or r.published_at is not null
      or exists (select from appointment a left join unit u on u.id = a.unit_id
        where a.person_id = person and a.valid @> day and a.role <> 'people_administrator'
          and (a.role in ('administrator', 'auditor') or a.registrant_id = r.registrant_id
            or (a.role <> 'registrant' and keeper.path_today <@ u.path_today)))
      or exists (select from appointment a join appointment_keep k on k.appointment_id = a.id
        where a.person_id = person and r.keeper_unit_id = any (k.unit_ids))))
$$;
create policy blind on review as restrictive for insert with check (how <> 'blind'
  or not reads_by_duty(person_id, registration_id, (at at time zone 'Asia/Ho_Chi_Minh')::date));

-- Who may be asked to read blind: by user name, somebody who has an account and no other way to the model. A name, or nothing, and
-- nothing for a model outside the session's units. (To the owner, as whom this runs, `scope_is_all` says yes.)
create function blind_reader(typed text, registration integer, day date) returns table (id integer, full_name text, reads boolean, conflict text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.full_name, reads_by_duty(p.id, registration, day), conflict_of(p.id, registration)
  from account a join person p on p.id = a.person_id
  where lower(a.username) = lower(typed) and a.disabled_at is null and (session_sees_all() or scope_is_everywhere() or exists (
    select from registration r where r.id = registration and r.keeper_unit_id in (select unnest(scope_units()))))
$$;

-- The one door to a model that is read blind: for who was asked to, the texts and the names that are struck out of them.
create function blind_sheet(asked integer, day date) returns table (registration_id integer, cycle_id integer, level text, subject text,
  unit_id integer, state text, mine text, parts jsonb, names text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.cycle_id, r.level, r.subject, r.keeper_unit_id, r.state, v.state,
    jsonb_build_object('name', w.name, 'reason', w.reason, 'objectives', w.objectives, 'content', w.content, 'place', w.place,
      'forces', w.forces, 'resources', w.resources, 'outputs', w.outputs, 'sustaining', w.sustaining),
    array(select distinct name from (
      select g.name from registrant g where g.id in (r.registrant_id, i.registrant_id)
      union all select i.public_registrant
      union all select e.actor_name from registration_event e join registration o on o.id = e.registration_id where o.initiative_id = i.id
      union all select p.full_name from appointment a join person p on p.id = a.person_id where a.registrant_id = r.registrant_id
      union all select n.name from unit_name n where n.unit_id in (r.unit_id, r.keeper_unit_id)) named
      where length(name) > 1)
  from review v join registration r on r.id = v.registration_id join initiative i on i.id = r.initiative_id
    join initiative_version w on w.id = r.version_id
  where v.id = asked and v.how = 'blind' and v.person_id = scope_person() and not reads_by_duty(v.person_id, r.id, day)
$$;
-- Which of them wait for the session's person; numbers only.
create function blind_waiting() returns integer[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(v.id order by v.id), '{}') from review v join registration r on r.id = v.registration_id
  where v.person_id = scope_person() and v.how = 'blind' and v.state = 'waiting' and r.state = 'self_assessed'
$$;
