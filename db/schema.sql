-- Made from the migrations by `npm run schema`: read it, never edit it.

create extension btree_gist;
create extension ltree;
create extension pg_trgm;
create extension pgcrypto;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.add_article_reads(article_slug text, reads integer)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ update article set read_count = read_count + reads where slug = article_slug and published_on is not null $function$;

CREATE OR REPLACE FUNCTION public.add_registration_deltas(before registration[], after registration[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    insert into registration_count_delta (cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
      registered, carried_out, recognised, outstanding, commended)
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
      sum(registered * sign), sum(carried_out * sign), sum(recognised * sign), sum(outstanding * sign), sum(commended * sign)
    from (select 1 as sign, * from count_registrations(after) union all select -1, * from count_registrations(before)) change
    group by 1, 2, 3, 4, 5, 6, 7
    having sum(registered * sign) <> 0 or sum(carried_out * sign) <> 0 or sum(recognised * sign) <> 0
      or sum(outstanding * sign) <> 0 or sum(commended * sign) <> 0
  $function$;

CREATE OR REPLACE FUNCTION public.add_to_sums(added registration_count_cell[], taken registration_count_cell[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    insert into registration_count_sum as total
    select cycle_id, level, keeper_unit_id, unit_id, field_id,
      sum(registered * sign), sum(carried_out * sign), sum(recognised * sign), sum(outstanding * sign), sum(commended * sign)
    from (select 1 as sign, a.* from unnest(added) a union all select -1, t.* from unnest(taken) t) change
    group by 1, 2, 3, 4, 5
    on conflict (cycle_id, level, keeper_unit_id, unit_id, field_id) do update set
      registered = total.registered + excluded.registered, carried_out = total.carried_out + excluded.carried_out,
      recognised = total.recognised + excluded.recognised, outstanding = total.outstanding + excluded.outstanding,
      commended = total.commended + excluded.commended
  $function$;

CREATE OR REPLACE FUNCTION public.additions_in_use(cycle integer, own integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from appraisal a join registration r on r.id = a.registration_id where r.cycle_id = cycle and asked_at(own, a.unit_id))
    or exists (select from review_score s join registration r on r.id = s.registration_id where r.cycle_id = cycle and asked_at(own, r.keeper_unit_id))
$function$;

CREATE OR REPLACE FUNCTION public.address_is_taken(address text, other_than integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from person where lower(email) = lower(address) and id is distinct from other_than) $function$;

CREATE OR REPLACE FUNCTION public.answers_of(units integer[], day date)
 RETURNS TABLE(keeper_unit_id integer, level text, unit_id integer)
 LANGUAGE plpgsql
 STABLE
 SET enable_nestloop TO 'off'
AS $function$
begin
  return query
    with above as (
      select a.keeper, a.id, array_position(array['commune', 'district', 'province'], t.level) as rank,
        max(array_position(array['commune', 'district', 'province'], t.level))
          over (partition by a.keeper order by a.depth desc rows between unbounded preceding and 1 preceding) as nearer
      from (
        select k.id as keeper, unnest(k.path) as id, generate_subscripts(k.path, 1) as depth
        from (select u.id, string_to_array(u.path_today::text, '.')::integer[] as path from unit u
          where u.path_today <@ array(select root.path_today from unit root where root.id = any (units))) k) a
      join unit_kind uk on uk.unit_id = a.id and uk.valid @> day
      join unit_kind_type t on t.kind = uk.kind)
    select above.keeper, l.level, above.id
    from above join (values ('commune', 1), ('district', 2), ('province', 3)) as l (level, rank)
      on l.rank <= above.rank and l.rank > coalesce(above.nearer, 0)
    where above.id = any (units);
end $function$;

CREATE OR REPLACE FUNCTION public.asked_at(own integer, unit integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select own is null or exists (select from unit u, unit root where u.id = unit and root.id = own and u.path_today <@ root.path_today)
$function$;

CREATE OR REPLACE FUNCTION public.audit_body_digest(salt bytea, actor_name text, before jsonb, after jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select sha256(salt || convert_to(jsonb_build_array(actor_name, before, after)::text, 'UTF8')) $function$;

CREATE OR REPLACE FUNCTION public.audit_digest(event audit_event)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select sha256(convert_to(jsonb_build_array(event.id, extract(epoch from event.at), event.actor_id, event.act,
    event.subject_kind, event.subject_id, event.unit_id, event.row_count, event.rows_digest, event.request_id)::text, 'UTF8')
    || event.body_digest) $function$;

CREATE OR REPLACE FUNCTION public.basis_text(document integer, clause text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select concat_ws(', ', (select d.title || ' ' || d.number || ' (' || to_char(d.issued_on, 'DD/MM/YYYY') || ')'
    from legal_document d where d.id = document), nullif(clause, ''))
$function$;

CREATE OR REPLACE FUNCTION public.blind_reader(typed text, registration integer, day date)
 RETURNS TABLE(id integer, full_name text, reads boolean, conflict text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, p.full_name, reads_by_duty(p.id, registration, day), conflict_of(p.id, registration)
  from account a join person p on p.id = a.person_id
  where lower(a.username) = lower(typed) and a.disabled_at is null and (session_sees_all() or scope_is_everywhere() or exists (
    select from registration r where r.id = registration and r.keeper_unit_id in (select unnest(scope_units()))))
$function$;

CREATE OR REPLACE FUNCTION public.blind_sheet(asked integer, day date)
 RETURNS TABLE(registration_id integer, cycle_id integer, level text, subject text, unit_id integer, state text, mine text, parts jsonb, names text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.blind_waiting()
 RETURNS integer[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(v.id order by v.id), '{}') from review v join registration r on r.id = v.registration_id
  where v.person_id = scope_person() and v.how = 'blind' and v.state = 'waiting' and r.state = 'self_assessed'
$function$;

CREATE OR REPLACE FUNCTION public.comment_open(visible text, of_initiative integer, at_unit integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case visible
    when 'readers' then true
    when 'officers' then exists (select from initiative i where i.id = of_initiative
      and i.registrant_id <> all ((select scope_registrants())::integer[])
      and ((select scope_is_all()) or (select scope_is_everywhere()) or i.keeper_unit_id = any ((select scope_units())::integer[])))
    else at_unit = any (note_seats((select scope_person()), of_initiative, (select scope_today()))) end
$function$;

CREATE OR REPLACE FUNCTION public.comment_readers(of_initiative integer, day date)
 RETURNS TABLE(person_id integer, full_name text, role text, unit_name text, as_officer boolean, seats integer[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct on (f.person_id) f.person_id, f.full_name, f.role, f.unit_name,
      bool_or(f.why in ('territory', 'all') and f.role not in ('registrant', 'sector_officer')) over own
        and not bool_or(f.why = 'registrant') over own,
      note_seats(f.person_id, of_initiative, day)
    from initiative i
    cross join lateral readers_of(i.keeper_unit_id, i.registrant_id,
      (select r.sector_id from registration r where r.initiative_id = i.id order by r.id desc limit 1),
      exists (select from registration r where r.initiative_id = i.id
        and r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred')), day) f
    where i.id = of_initiative
    window own as (partition by f.person_id)
    order by f.person_id, array_position(array['registrant', 'territory', 'kept', 'all'], f.why)
$function$;

CREATE OR REPLACE FUNCTION public.conflict_of(person integer, registration integer)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.count_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare others registration[]; inserted registration[];
begin
  perform 1 from initiative where id in (select initiative_id from new_rows) order by id for no key update;
  inserted := array(select r from registration r join new_rows n on n.id = r.id);
  others := array(select r from registration r
    where (r.initiative_id, r.cycle_id) in (select initiative_id, cycle_id from new_rows)
      and r.state <> 'annulled' and not exists (select from new_rows n where n.id = r.id));
  perform add_registration_deltas(others, others || inserted);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_office_drafts(office integer, day date)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select count(*)::integer from appointment a, office_drafts(a.id, day)
    where a.id = office and (session_sees_all() or a.person_id = scope_person() or a.unit_id = any (scope_units()))
  $function$
;
grant execute on function count_office_drafts(integer,date) to kheo_app;

CREATE OR REPLACE FUNCTION public.count_registrations(rows registration[])
 RETURNS TABLE(cycle_id integer, level text, unit_id integer, keeper_unit_id integer, sector_id integer, field_id integer, subject text, registered bigint, carried_out bigint, recognised bigint, outstanding bigint, commended bigint)
 LANGUAGE sql
 STABLE
AS $function$
    with counted as (
      select r.*,
        min(case r.level when 'commune' then 1 when 'district' then 2 else 3 end) over each_model as lowest,
        case r.level when 'commune' then 1 when 'district' then 2 else 3 end as rank,
        bool_or(r.carried_out_on is not null) over each_model as any_carried_out,
        bool_or(r.recognised_by is not null) over each_model as any_recognised,
        bool_or(r.outstanding_by is not null) over each_model as any_outstanding,
        bool_or(r.commended_by is not null) over each_model as any_commended
      from unnest(rows) r
      where r.submitted_on is not null and r.state not in ('withdrawn', 'annulled')
      window each_model as (partition by r.initiative_id, r.cycle_id)
    )
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject, count(*),
      count(carried_out_on), count(recognised_by), count(outstanding_by), count(commended_by)
    from counted group by 1, 2, 3, 4, 5, 6, 7
    union all
    select cycle_id, 'any', unit_id, keeper_unit_id, sector_id, field_id, subject, count(*),
      count(*) filter (where any_carried_out), count(*) filter (where any_recognised),
      count(*) filter (where any_outstanding), count(*) filter (where any_commended)
    from counted where rank = lowest group by 1, 3, 4, 5, 6, 7
  $function$;

CREATE OR REPLACE FUNCTION public.count_updated()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare others registration[]; was registration[]; became registration[];
begin
  perform 1 from initiative where id in (select initiative_id from new_rows) order by id for no key update;
  became := array(select r from registration r join new_rows n on n.id = r.id);
  was := array(select row(o.*)::registration from old_rows o);
  others := array(select r from registration r
    where (r.initiative_id, r.cycle_id) in (select initiative_id, cycle_id from new_rows union select initiative_id, cycle_id from old_rows)
      and r.state <> 'annulled' and not exists (select from new_rows n where n.id = r.id));
  perform add_registration_deltas(others || was, others || became);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.criteria_in_use(cycle integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from appraisal a join registration r on r.id = a.registration_id where r.cycle_id = cycle)
    or exists (select from review_score s join registration r on r.id = s.registration_id where r.cycle_id = cycle)
$function$;

CREATE OR REPLACE FUNCTION public.decision_names_within(decision integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE COST 1000
AS $function$
begin
  return exists (select from registration r where r.recognised_by = decision);
end $function$;

CREATE OR REPLACE FUNCTION public.deputies_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update appointment d set valid = d.valid * new.valid where d.stands_for = new.id and not d.valid <@ new.valid;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.deputies_with(person integer, day date)
 RETURNS TABLE(id integer, office_id integer, role text, unit_id integer, path text, unit text, absent_id integer, absent text, deputy_id integer, deputy text, since date, until date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select d.id, o.id, d.role, d.unit_id, u.path_today::text,
      (select n.name from unit_name n where n.unit_id = d.unit_id order by n.valid desc limit 1),
      o.person_id, a.full_name, d.person_id, p.full_name, lower(d.valid), upper(d.valid) - 1
    from appointment d join appointment o on o.id = d.stands_for join unit u on u.id = d.unit_id
    join person a on a.id = o.person_id join person p on p.id = d.person_id
    where person in (o.person_id, d.person_id) and not isempty(d.valid) and upper(d.valid) > day
      and (session_sees_all() or scope_person() in (o.person_id, d.person_id) or d.unit_id = any (scope_administered()))
    order by d.valid, d.id
  $function$
;
grant execute on function deputies_with(integer,date) to kheo_app;

CREATE OR REPLACE FUNCTION public.deputy_fits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.deputy_named(typed text, office integer, days daterange)
 RETURNS TABLE(id integer, full_name text, audits boolean, holds boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select p.id, p.full_name,
      exists (select from appointment t where t.person_id = p.id and t.valid && days and t.role = 'auditor'),
      exists (select from appointment t where t.person_id = p.id and t.valid && days and t.role = o.role and t.unit_id = o.unit_id
        and t.registrant_id is not distinct from o.registrant_id and t.sector_id is not distinct from o.sector_id)
    from appointment o join unit w on w.id = o.unit_id
    join account c on lower(c.username) = typed and c.disabled_at is null join person p on p.id = c.person_id
    where o.id = office and (session_sees_all() or o.person_id = scope_person() or o.unit_id = any (scope_administered()))
      and exists (select from appointment t join unit u on u.id = t.unit_id where t.person_id = p.id and t.valid && days
        and (u.path_today @> w.path_today or u.path_today <@ w.path_today))
  $function$
;
grant execute on function deputy_named(text,integer,daterange) to kheo_app;

CREATE OR REPLACE FUNCTION public.digest_audit_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Put back from a backup: it brings its own.
  if new.digest = '' then
    new.salt := gen_random_bytes(16);
    new.body_digest := audit_body_digest(new.salt, new.actor_name, new.before, new.after);
    new.digest := audit_digest(new);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.drafts_at(unit_ids integer[])
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select count(*)::integer from draft
    where (select scope_is_all()) and content ->> 'unitId' = any (unit_ids::text[])
  $function$;

CREATE OR REPLACE FUNCTION public.empty_audit_event(event bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update audit_event set salt = null, before = null, after = null, actor_name = '' where id = event and salt is not null;
    return found;
  end $function$
;
grant execute on function empty_audit_event(bigint) to kheo_app;

CREATE OR REPLACE FUNCTION public.enter_models(models jsonb, moment timestamp with time zone, actor integer, actor_called text)
 RETURNS TABLE(place integer, initiative integer, code text, registrations integer[])
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  entered entered_model[] := array(select m from jsonb_populate_recordset(null::entered_model, models) m order by m.place);
  ids integer[] := array(select coalesce(m.continues, nextval('initiative_id_seq')::integer) from unnest(entered) m);
  versions integer[] := array(select nextval('initiative_version_id_seq')::integer from unnest(entered));
  entries integer[] := array(select nextval('registration_id_seq')::integer from unnest(entered) m, unnest(m.levels));
  codes text[] := array(
    select case when m.continues is null then m.code_start || lpad(ids[m.place]::text, greatest(5, length(ids[m.place]::text)), '0')
      else (select i.code from initiative i where i.id = m.continues) end
    from unnest(entered) m);
begin
  insert into initiative (id, code, name, unit_id, keeper_unit_id, registrant_id, sector_id, field_id, subject, created_at)
  select ids[m.place], codes[m.place], m.name, m.unit_id, m.unit_id, m.registrant_id,
    (select g.sector_id from registrant g where g.id = m.registrant_id), m.field_id, m.subject, moment
  from unnest(entered) m where m.continues is null;
  -- Not even a statement that finds nothing: triggers on models would take it for a change.
  if exists (select from unnest(entered) m where m.continues is not null) then
    update initiative i set name = m.name, field_id = m.field_id from unnest(entered) m where i.id = m.continues;
  end if;

  insert into initiative_version (id, initiative_id, number, name, reason, objectives, content, place, forces, resources, outputs,
    sustaining, programmes, created_at)
  select versions[m.place], ids[m.place],
    case when m.continues is null then 1 else (select max(n.number) + 1 from initiative_version n where n.initiative_id = m.continues) end,
    m.name, (m.parts).reason, (m.parts).objectives, (m.parts).content, (m.parts).place, (m.parts).forces, (m.parts).resources,
    (m.parts).outputs, (m.parts).sustaining, m.programmes, moment
  from unnest(entered) m;

  insert into registration (id, initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, sector_id, field_id,
    subject, state, submitted_on, carried_out_on, recognised_by, import_row_id, register_key, plain_text, name, state_since, late_days)
  select entries[m.first + l.rank - 1], ids[m.place], versions[m.place], m.cycle_id, l.level, m.unit_id, m.unit_id, m.registrant_id,
    (select g.sector_id from registrant g where g.id = m.registrant_id), m.field_id, m.subject, m.state, m.submitted_on,
    m.carried_out_on, m.recognised_by, m.import_row_id, m.register_key,
    m.plain_text || ' ' || lower(replace(codes[m.place], '-', ' ')), m.name, moment,
    -- A list of a finished year brings no day of its own: only what is sent can be late.
    case m.act when 'submit' then (select greatest(0, m.submitted_on - coalesce(d.grace_until, d.register_due_on))
      from cycle_level d where d.cycle_id = m.cycle_id and d.level = l.level) else 0 end
  from unnest(entered) m cross join lateral unnest(m.levels) with ordinality as l (level, rank);

  insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
  select entries[m.first + l.rank - 1], m.act, m.state, m.reason, actor, actor_called, moment
  from unnest(entered) m cross join lateral unnest(m.levels) with ordinality as l (level, rank);

  return query
    select m.place, ids[m.place], codes[m.place],
      array(select entries[at] from generate_series(m.first, m.first + cardinality(m.levels) - 1) at) from unnest(entered) m;
end $function$;

CREATE OR REPLACE FUNCTION public.family_facts(of_model integer)
 RETURNS TABLE(id integer, generation integer, day date, unit_id integer, district_id integer, recognised_on date, last_standing text, last_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with recursive down as (select of_model as id, 0 as generation, null::date as day
        union all select a.initiative_id, down.generation + 1, a.day from down join adoption a on a.parent_id = down.id where down.generation < 20)
    select down.id, down.generation, down.day, i.keeper_unit_id,
      (select p.parent_id from unit_parent p join unit_kind k on k.unit_id = p.parent_id and k.valid @> down.day
        join unit_kind_type t on t.kind = k.kind and t.level = 'district' where p.unit_id = i.keeper_unit_id and p.valid @> down.day),
      (select max(d.decided_on) from registration r join decision d on d.id = r.recognised_by where r.initiative_id = i.id and r.state = 'recognised'),
      last.standing, last.day
    from down join initiative i on i.id = down.id
    left join lateral (select u.standing, u.day from upkeep u where u.initiative_id = i.id order by u.id desc limit 1) last on true
    where down.generation > 0
$function$;

CREATE OR REPLACE FUNCTION public.fold_registration_count()
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare folded integer;
begin
  -- One folder at a time; a second one has nothing to wait for.
  if not pg_try_advisory_xact_lock(20190101) then return 0; end if;
  with taken as (delete from registration_count_delta returning *),
  summed as (
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject, sum(registered) registered, sum(carried_out) carried_out,
      sum(recognised) recognised, sum(outstanding) outstanding, sum(commended) commended, count(*) rows
    from taken group by 1, 2, 3, 4, 5, 6, 7),
  written as (
    insert into registration_count_cell as cell select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
      registered, carried_out, recognised, outstanding, commended from summed
    on conflict (cycle_id, level, keeper_unit_id, unit_id, sector_id, field_id, subject) do update set
      registered = cell.registered + excluded.registered, carried_out = cell.carried_out + excluded.carried_out,
      recognised = cell.recognised + excluded.recognised, outstanding = cell.outstanding + excluded.outstanding,
      commended = cell.commended + excluded.commended
    returning 1)
  select coalesce(sum(rows), 0) into folded from summed;
  return folded;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_registrants(ids integer[])
 RETURNS integer[]
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with followed as (
      update registration r set sector_id = g.sector_id from registrant g
      where g.id = r.registrant_id and g.id = any (ids) and r.sector_id is distinct from g.sector_id
        and (r.sector_id is null or r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred'))
      returning r.id),
    models as (
      update initiative i set sector_id = g.sector_id from registrant g
      where g.id = i.registrant_id and g.id = any (ids) and i.sector_id is distinct from g.sector_id
        and (i.sector_id is null or exists (select from registration r where r.initiative_id = i.id
          and r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred'))))
    select coalesce(array_agg(id order by id), '{}') from followed
  $function$;

CREATE OR REPLACE FUNCTION public.forget_scope_under()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('kheo.scope_under', '', true), set_config('kheo.scope_sectors_under', '', true),
    set_config('kheo.scope_everywhere', '', true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.guard_audit_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare wanted audit_event := old;
begin
  wanted.salt := null;
  wanted.before := null;
  wanted.after := null;
  wanted.actor_name := '';
  if new is distinct from wanted or old.act = 'audit.anonymise'
    or not exists (select from audit_event where subject_kind = 'audit_event' and subject_id = old.id and act = 'audit.anonymise')
  then
    raise exception 'table % only grows: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.hand_over_drafts(act integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare given integer;
    begin
      update draft d set owner_id = h.to_person_id, version = d.version + 1
      from handover h join appointment a on a.id = h.appointment_id and upper(a.valid) = h.effective_on and a.xmin = pg_current_xact_id()::xid
      where h.id = act and h.state = 'proposed' and d.id in (select office_drafts(h.appointment_id, h.effective_on));
      get diagnostics given = row_count;
      return given;
    end
  $function$
;
grant execute on function hand_over_drafts(integer) to kheo_app;

CREATE OR REPLACE FUNCTION public.has_own_account(registrant integer, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from appointment a where a.registrant_id = registrant and a.valid @> day) $function$;

CREATE OR REPLACE FUNCTION public.invitations_to(address text, since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select count(*)::integer from invitation where email = address and created_at > since $function$;

CREATE OR REPLACE FUNCTION public.is_administered_above(unit integer, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from appointment a join account c on c.person_id = a.person_id and c.disabled_at is null
      join unit root on root.id = a.unit_id join unit asked on asked.id = unit
      where a.role = 'people_administrator' and a.valid @> day and asked.path_today <@ root.path_today and asked.id <> root.id)
  $function$;

CREATE OR REPLACE FUNCTION public.is_live(valid daterange)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select not isempty(valid) and (upper_inf(valid) or upper(valid) > scope_today()) $function$;

CREATE OR REPLACE FUNCTION public.is_writing()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('transaction_read_only') = 'off' $function$;

CREATE OR REPLACE FUNCTION public.keeper_is_seen(keeper integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select session_sees_all() or scope_is_everywhere() or keeper = any (scope_units()) or keeper = any (scope_kept())
$function$;

CREATE OR REPLACE FUNCTION public.keepers_seen(keepers integer[])
 RETURNS integer[]
 LANGUAGE sql
 STABLE
AS $function$
  select array(select k from unnest(keepers) k where (select session_sees_all() or scope_is_everywhere())
    or k = any ((select scope_units() || scope_kept())::integer[]))
$function$;

CREATE OR REPLACE FUNCTION public.keeps_cycle(cycle integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from cycle c where c.id = cycle and keeps_movement(c.movement_id))
$function$;

CREATE OR REPLACE FUNCTION public.keeps_movement(movement integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select (select scope_is_all()) or exists (select from movement m where m.id = movement and m.unit_id = any ((select scope_units())::integer[]))
$function$;

CREATE OR REPLACE FUNCTION public.learnings_waiting(keepers integer[], offices integer[])
 RETURNS TABLE(kind text, id integer, name text, whose text, place text, since timestamp with time zone, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select 'answer_learner', l.id, l.name, l.asker, '', l.asked_at, (l.asked_at at time zone 'Asia/Ho_Chi_Minh')::date + 14
    from learning l join initiative i on i.id = l.initiative_id
    where l.state = 'asked' and (i.registrant_id = any ((select scope_registrants())::integer[])
      or i.keeper_unit_id = any (keepers_seen(keepers)))
    union all
    select 'visit_model', l.id, l.name, l.mentor, l.place, l.answered_at, l.visit_on from learning l
    where l.state = 'welcomed' and l.visit_on >= scope_today() and (l.asker_registrant_id = any ((select scope_registrants())::integer[])
      or (l.asker_registrant_id is null and l.asker_unit_id = any (offices) and keeper_is_seen(l.asker_unit_id)))
$function$;

CREATE OR REPLACE FUNCTION public.level_in_use(cycle integer, at_level text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from registration r where r.cycle_id = cycle and r.level = at_level)
$function$;

CREATE OR REPLACE FUNCTION public.may_name_model(model initiative)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select model.published_at is not null or session_sees_all() or model.keeper_unit_id in (select unnest(scope_units()))
    or model.registrant_id = any (scope_registrants())
$function$;

CREATE OR REPLACE FUNCTION public.mentions_waiting()
 RETURNS TABLE(initiative_id integer, name text, author_name text, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select i.id, i.name, c.author_name, c.at from comment_mention m
      join comment c on c.id = m.comment_id and c.withdrawn_at is null join initiative i on i.id = c.initiative_id
    where m.person_id = scope_person() and m.read_at is null
      and exists (select from comment_readers(i.id, scope_today()) f where f.person_id = m.person_id
        and case c.visibility when 'readers' then true when 'officers' then f.as_officer else c.unit_id = any (f.seats) end)
$function$;

CREATE OR REPLACE FUNCTION public.model_family(of_model integer)
 RETURNS TABLE(id integer, parent_id integer, generation integer, day date, code text, name text, unit_id integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with recursive up as (select of_model as id, 0 as depth
        union all select a.parent_id, up.depth + 1 from up join adoption a on a.initiative_id = up.id where up.depth < 20),
      down as (select (select up.id from up order by up.depth desc limit 1) as id, null::integer as parent_id, 0 as generation, null::date as day
        union all select a.initiative_id, a.parent_id, down.generation + 1, a.day from down join adoption a on a.parent_id = down.id
          where down.generation < 20)
    select down.id, down.parent_id, down.generation, down.day, case when may.name_it then i.code end, case when may.name_it then i.name end,
      case when may.name_it then i.keeper_unit_id end
    from down join initiative i on i.id = down.id cross join lateral (select may_name_model(i) as name_it) may
  $function$;

CREATE OR REPLACE FUNCTION public.model_left_open(model integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE COST 1000
AS $function$
begin
  return exists (select from registration r where r.initiative_id = model
    and r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred'));
end $function$;

CREATE OR REPLACE FUNCTION public.model_of_code(wanted text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.id from initiative i where i.code = wanted and may_name_model(i)
$function$;

CREATE OR REPLACE FUNCTION public.model_registered_within(model integer)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE COST 1000
AS $function$
begin
  return exists (select from registration r where r.initiative_id = model and r.state <> 'annulled');
end $function$;

CREATE OR REPLACE FUNCTION public.model_to_learn(wanted text)
 RETURNS TABLE(id integer, code text, name text, keeper_unit_id integer, registrant_id integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select i.id, i.code, case when session_sees_all() or i.keeper_unit_id in (select unnest(scope_units()))
        or i.registrant_id = any (scope_registrants()) then i.name
      else without_person(i.id, coalesce((select v.name from published_initiative p join initiative_version v on v.id = p.version_id
        where p.id = i.id), i.name)) end, i.keeper_unit_id, i.registrant_id
    from initiative i where i.code = wanted and may_name_model(i)
$function$;

CREATE OR REPLACE FUNCTION public.note_seats(person integer, of_initiative integer, day date)
 RETURNS integer[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select coalesce(array_agg(distinct a.unit_id), '{}') from appointment a
    where a.person_id = person and a.valid @> day
      and a.role in ('commune_officer', 'district_officer', 'provincial_officer', 'committee_member')
      and not exists (select from registration r cross join lateral (select conflict_of(person, r.id) as kind) conflict
        where r.initiative_id = of_initiative and (conflict.kind in ('author', 'signatory', 'mentor', 'kin') or (conflict.kind = 'own_unit'
          and (exists (select from appointment g where g.person_id = person and g.registrant_id = r.registrant_id)
            or r.level = (select t.level from unit_kind k join unit_kind_type t on t.kind = k.kind
              where k.unit_id = a.unit_id order by k.valid desc limit 1)))))
$function$;

CREATE OR REPLACE FUNCTION public.number_working_days()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  lock table working_day in share row exclusive mode;
  delete from working_day;
  insert into working_day (day, works, number)
  select day, works, (count(*) filter (where works) over (order by day))::integer
  from (select d.day::date as day, coalesce(c.works, extract(isodow from d.day) < 6) as works
    from generate_series(timestamp '2015-01-01', timestamp '2039-12-31', interval '1 day') d (day)
    left join calendar_day c on c.day = d.day::date) told;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.office_drafts(office integer, day date)
 RETURNS SETOF integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with leaving as (select * from appointment where id = office),
    held as (
      select a.id, a.role, a.registrant_id, g.name as registrant, u.path_today as path, count(*) over () as offices
      from leaving l join appointment a on a.person_id = l.person_id and (a.id = l.id or a.valid @> day)
      join unit u on u.id = a.unit_id left join registrant g on g.id = a.registrant_id
      where a.role in ('registrant', 'commune_officer', 'district_officer', 'provincial_officer', 'sector_officer')),
    drafts as (
      select d.id, r.registrant_id, d.content ->> 'registrantName' as registrant, u.path_today as path
      from leaving l join draft d on d.owner_id = l.person_id
      left join registration r on r.id = d.subject_id
      left join unit u on u.id = coalesce(r.keeper_unit_id, (d.content ->> 'unitId')::integer)),
    claims as (
      select d.id as draft_id, h.id as office_id, case
        when h.offices = 1 then 1
        when h.role = 'registrant' then case when d.registrant_id = h.registrant_id
          or (d.registrant_id is null and d.path = h.path and d.registrant = h.registrant) then 1000 end
        when d.path <@ h.path then 2 * nlevel(h.path) + (h.role <> 'sector_officer')::integer end as weight
      from drafts d cross join held h),
    best as (
      select draft_id, office_id, weight, max(weight) over each_draft as most, count(*) over (partition by draft_id, weight) as alike
      from claims where weight is not null window each_draft as (partition by draft_id))
    select draft_id from best where office_id = office and weight = most and alike = 1
  $function$;

CREATE OR REPLACE FUNCTION public.office_reads(registration integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select (select scope_is_all()) or exists (select from registration r
    where r.id = registration and ((select scope_is_everywhere()) or r.keeper_unit_id in (select unnest(scope_units()))))
$function$;

CREATE OR REPLACE FUNCTION public.open_scope(names text[], given text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.open_session(token bytea, moment timestamp with time zone)
 RETURNS TABLE(person_id integer, full_name text, username text, language text, last_seen_at timestamp with time zone, appointments json, bodies integer[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.person_id, o.full_name, a.username, a.language, s.last_seen_at, o.appointments, o.bodies
  from session s
  join account a on a.person_id = s.person_id and a.disabled_at is null
  cross join lateral opened_as(a.person_id, moment) o
  where s.token_hash = token and s.expires_at > moment
$function$;

CREATE OR REPLACE FUNCTION public.opened_as(whose integer, moment timestamp with time zone)
 RETURNS TABLE(person_id integer, full_name text, appointments json, bodies integer[])
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.owns_office(office integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from appointment a where a.id = office and a.person_id = scope_person())
$function$
;
grant execute on function owns_office(integer) to kheo_app;

CREATE OR REPLACE FUNCTION public.part_in_use(part text, part_id integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case part
    when 'field' then exists (select from registration where field_id = part_id) or exists (select from initiative where field_id = part_id)
      or exists (select from registration_count_cell where field_id = part_id) or exists (select from registration_count_delta where field_id = part_id)
      or exists (select from draft where content->>'fieldId' = part_id::text) or exists (select from team where part_id = any (fields))
    when 'programme' then exists (select from initiative_version where part_id = any (programmes))
      or exists (select from draft where content->'programmes' @> to_jsonb(part_id))
    when 'title_group' then exists (select from decision where title_group_id = part_id) or exists (select from cycle_title_group where title_group_id = part_id)
    when 'phase' then exists (select from cycle where phase_id = part_id)
    else true end
$function$;

CREATE OR REPLACE FUNCTION public.person_of_username(typed text)
 RETURNS TABLE(id integer, full_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select p.id, p.full_name from account a join person p on p.id = a.person_id where lower(a.username) = typed and a.disabled_at is null $function$;

CREATE OR REPLACE FUNCTION public.published_hits(needle text, most integer)
 RETURNS integer[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare
    found integer[];
    stage integer;
    terms text[];
    term text;
    pattern text;
    places integer[];
    conditions text;
  begin
    for stage in 1..3 loop
      terms := case stage when 3 then (select array_agg(distinct word) from (
        select word from regexp_split_to_table(needle, ' ') word order by length(word) desc limit 8) words) else array[needle] end;
      exit when stage = 3 and cardinality(terms) < 2;
      conditions := '';
      foreach term in array terms loop
        term := replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_');
        -- A short word is found whole only: "te" is not "tet".
        pattern := case when stage = 2 then '%' || term || '%' when stage = 1 or length(term) < 3 then '% ' || term || ' %' else '% ' || term || '%' end;
        places := array(
          select under.id from unit_name n join unit named on named.id = n.unit_id
            join unit under on under.path_today <@ named.path_today and nlevel(named.path_today) > 1
          where upper_inf(n.valid) and length(term) > 2 and ' ' || n.plain_name || ' ' like pattern
          union
          select p.unit_id from unit_name n join unit_parent p on p.parent_id = n.unit_id
          where not upper_inf(n.valid) and length(term) > 2 and ' ' || n.plain_name || ' ' like pattern
            and exists (select from unit_parent above where above.unit_id = n.unit_id and above.parent_id is not null));
        -- The first condition finds by index. The last takes back what only an unnamed person's name would find.
        conditions := conditions || format($q$
          and (r.plain_text like %1$L or r.keeper_unit_id = any (%3$L::integer[]))
          and (' ' || r.plain_text || ' ' like %2$L or r.keeper_unit_id = any (%3$L::integer[]))
          and (i.public_registrant is not null or r.keeper_unit_id = any (%3$L::integer[])
            or (r.plain_text ~ ('\m' || g.plain_name || '\M')
              and ' ' || regexp_replace(r.plain_text, '\m' || g.plain_name || '\M', '', 'g') || ' ' like %2$L))$q$,
          '%' || term || '%', pattern, places);
      end loop;
      execute format($q$
        select coalesce(array_agg(id), '{}') from (
          select distinct r.initiative_id as id
          from registration r join initiative i on i.id = r.initiative_id join registrant g on g.id = r.registrant_id
          where r.published_at is not null and r.state = 'recognised' and i.published_at is not null %s
          order by id desc limit %s) hit$q$, conditions, most) into found;
      exit when found <> '{}';
    end loop;
    return found;
  end $function$;

CREATE OR REPLACE FUNCTION public.readers_of(keeper integer, of_registrant integer, of_sector integer, still_open boolean, day date)
 RETURNS TABLE(person_id integer, full_name text, role text, unit_name text, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  $function$
;
grant execute on function readers_of(integer,integer,integer,boolean,date) to kheo_app;

CREATE OR REPLACE FUNCTION public.reading_in_place(registration integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select v.id from appointment d join appointment o on o.id = d.stands_for
    join review v on v.registration_id = registration and v.person_id = o.person_id and v.state = 'waiting' and v.how <> 'blind'
  where d.person_id = scope_person() and d.stands_for is not null and d.valid @> scope_today()
    and d.unit_id = (select t.unit_id from team t where t.id = team_of(registration))
  order by v.id limit 1
$function$
;
grant execute on function reading_in_place(integer) to kheo_app;

CREATE OR REPLACE FUNCTION public.reading_of(registration integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce((select v.id from review v where v.registration_id = registration and v.person_id = scope_person()),
    reading_in_place(registration))
$function$
;
grant execute on function reading_of(integer) to kheo_app;

CREATE OR REPLACE FUNCTION public.reads_by_duty(person integer, registration integer, day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from registration r join initiative i on i.id = r.initiative_id join unit keeper on keeper.id = r.keeper_unit_id
    where r.id = registration and (i.published_at is not null or r.published_at is not null
      or exists (select from appointment a left join unit u on u.id = a.unit_id
        where a.person_id = person and a.valid @> day and a.role <> 'people_administrator'
          and (a.role in ('administrator', 'auditor') or a.registrant_id = r.registrant_id
            or (a.role <> 'registrant' and keeper.path_today <@ u.path_today)))
      or exists (select from appointment a join appointment_keep k on k.appointment_id = a.id
        where a.person_id = person and r.keeper_unit_id = any (k.unit_ids))))
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'table % only grows: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION public.registration_hits(needle text, most integer, in_cycle integer DEFAULT NULL::integer)
 RETURNS integer[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare
    sees_all boolean := session_sees_all();
    sees_public boolean := scope_is_public();
    units integer[] := scope_units();
    registrants integer[] := scope_registrants();
    kept integer[] := scope_kept();
    open_states text := $s$state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred')$s$;
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
  end $function$;

CREATE OR REPLACE FUNCTION public.results_waiting(keepers integer[])
 RETURNS TABLE(cycle_id integer, count bigint, since timestamp with time zone)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 5
 SET search_path TO 'public', 'pg_temp'
AS $function$
  #variable_conflict use_column
  declare seen integer[] := keepers_seen(keepers);
  begin
    return query select x.cycle_id, count(*), min(x.claimed_at)
      from initiative i join result x on x.initiative_id = i.id and x.state = 'claimed'
      where i.keeper_unit_id = any (seen) and x.claimed_by is distinct from scope_person()
      group by x.cycle_id;
  end
$function$;

CREATE OR REPLACE FUNCTION public.review_rule_in_use(cycle integer, at_level text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from team t where t.cycle_id = cycle and t.level = at_level)
$function$;

CREATE OR REPLACE FUNCTION public.scope_administered(below boolean DEFAULT false)
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select coalesce(array_agg(distinct under.id), '{}')
    from unit root
    join unit under on under.path_today <@ root.path_today and (not below or under.id <> root.id)
    where root.id = any (coalesce(nullif(current_setting('kheo.scope_administered', true), ''), '{}')::integer[])
      and not exists (
        select from unnest(coalesce(nullif(current_setting('kheo.scope_administered_without', true), ''), '{}')::text[]) pair
        join unit gained on gained.id = split_part(pair, '.', 2)::integer
        where split_part(pair, '.', 1)::integer = root.id and under.path_today <@ gained.path_today)
  $function$;

CREATE OR REPLACE FUNCTION public.scope_bodies()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kheo.scope_bodies', true), ''), '{}')::integer[] $function$;

CREATE OR REPLACE FUNCTION public.scope_covers_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(nullif(current_setting('kheo.scope_without', true), ''), '{}') = '{}' and (
    select count(*) = 1
      and bool_and(id = any (coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}')::integer[]))
    from unit where nlevel(path_today) = 1)
$function$;

CREATE OR REPLACE FUNCTION public.scope_has_sectors()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select coalesce(nullif(current_setting('kheo.scope_sectors', true), ''), '{}') <> '{}'
      or coalesce(nullif(current_setting('kheo.scope_sectors_kept', true), ''), '{}') <> '{}'
  $function$;

CREATE OR REPLACE FUNCTION public.scope_hears(unit integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (select from unit mine join unit above on mine.path_today <@ above.path_today
    where above.id = unit and mine.id = any (scope_roots()))
$function$;

CREATE OR REPLACE FUNCTION public.scope_is_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_user <> 'kheo_app' or session_sees_all() $function$;

CREATE OR REPLACE FUNCTION public.scope_is_everywhere()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(current_setting('kheo.scope_everywhere', true), '') = 'on'
$function$;

CREATE OR REPLACE FUNCTION public.scope_is_public()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('kheo.scope_public', true), '') = 'on' $function$;

CREATE OR REPLACE FUNCTION public.scope_kept()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kheo.scope_kept', true), ''), '{}')::integer[] $function$;

CREATE OR REPLACE FUNCTION public.scope_people()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select case when coalesce(nullif(current_setting('kheo.scope_administered', true), ''), '{}') = '{}' then '{}'::integer[] else array(
      with inside as materialized (select unnest(scope_administered()) as id)
      select a.person_id from appointment a where a.unit_id in (select id from inside) and is_live(a.valid)
      union
      select p.id from person p where p.unit_id in (select id from inside)
        and not exists (select from appointment a where a.person_id = p.id and is_live(a.valid))) end
  $function$;

CREATE OR REPLACE FUNCTION public.scope_people_whole()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  $function$;

CREATE OR REPLACE FUNCTION public.scope_person()
 RETURNS integer
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('kheo.scope_person', true), '')::integer $function$;

CREATE OR REPLACE FUNCTION public.scope_places()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select array(select unnest(scope_units()) union select (pair & 2147483647)::integer from unnest(scope_sector_units()) pair)
  $function$;

CREATE OR REPLACE FUNCTION public.scope_registrants()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kheo.scope_registrants', true), ''), '{}')::integer[] $function$;

CREATE OR REPLACE FUNCTION public.scope_roots()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}')::integer[]
$function$;

CREATE OR REPLACE FUNCTION public.scope_sector_kept()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select coalesce(array_agg(sector_at(split_part(pair, '.', 1)::integer, split_part(pair, '.', 2)::integer)), '{}')
    from unnest(coalesce(nullif(current_setting('kheo.scope_sectors_kept', true), ''), '{}')::text[]) pair
  $function$;

CREATE OR REPLACE FUNCTION public.scope_sector_units()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(nullif(current_setting('kheo.scope_sectors_under', true), '')::bigint[], sector_units_under_scope())
$function$;

CREATE OR REPLACE FUNCTION public.scope_today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('kheo.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date) $function$;

CREATE OR REPLACE FUNCTION public.scope_units()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(nullif(current_setting('kheo.scope_under', true), '')::integer[], units_under_scope())
$function$;

CREATE OR REPLACE FUNCTION public.scores_open(registration integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select scope_person() is null or (
    conflict_of(scope_person(), registration) is null
    and case (select v.state from review v where v.id = reading_of(registration))
      when 'given' then true
      when 'waiting' then false
      when 'recused' then false
      else not exists (select from review v where v.registration_id = registration and v.state = 'waiting' and v.how <> 'blind')
        or not exists (select from team_member m where m.team_id = team_of(registration) and m.person_id = scope_person())
    end)
$function$;

CREATE OR REPLACE FUNCTION public.seal_audit(moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare
    head audit_seal;
    event record;
    anew boolean;
    least xid8;
    place bigint := 0;
    last bytea := '';
    sealed integer := 0;
  begin
    perform pg_advisory_xact_lock(4711014);
    select * into head from audit_seal order by position desc limit 1;
    if found then
      place := head.position;
      last := head.link;
    end if;
    -- The first sealing, or the first after a move to another server, where transactions are counted from another number.
    anew := head.horizon is null or head.horizon > pg_snapshot_xmax(pg_current_snapshot());
    least := case when anew then '0' else head.horizon end;
    for event in
      select e.id, e.digest, pg_snapshot_xmin(now.snapshot) as horizon
      from audit_event e, (select pg_current_snapshot() as snapshot) now
      where e.xid >= least and (e.xid < pg_snapshot_xmin(now.snapshot) or anew and e.xid >= pg_snapshot_xmax(now.snapshot))
        and not exists (select from audit_seal s where s.event_id = e.id)
      order by e.xid, e.id
    loop
      place := place + 1;
      sealed := sealed + 1;
      last := sha256(last || event.digest);
      insert into audit_seal (position, event_id, at, horizon, link) values (place, event.id, moment, event.horizon, last);
    end loop;
    return sealed;
  end $function$
;
grant execute on function seal_audit(timestamp with time zone) to kheo_app;

CREATE OR REPLACE FUNCTION public.sector_at(sector integer, unit integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((sector * '2147483648'::bigint) + unit);

CREATE OR REPLACE FUNCTION public.sector_units_under_scope()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  $function$;

CREATE OR REPLACE FUNCTION public.session_sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('kheo.scope_all', true), '') = 'on' $function$;

CREATE OR REPLACE FUNCTION public.similar_hits(needles text[], most integer)
 RETURNS TABLE(registration_id integer, times integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare
    sees_public boolean := scope_is_public();
    open_states text := $s$state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred')$s$;
    patterns text[] := array(
      select '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(needles) needle where length(needle) > 2 limit 12);
    allowed text;
  begin
    if patterns = '{}' then return; end if;
    allowed := case
      when sees_public then $s$published_at is not null and state = 'recognised'$s$
      when session_sees_all() or scope_is_everywhere() then 'true'
      else format('(keeper_unit_id = any (%L::integer[]) or registrant_id = any (%L::integer[]) %s)', scope_units(), scope_registrants(),
        case when scope_kept() = '{}' then '' else format('or (keeper_unit_id = any (%L::integer[]) and %s)', scope_kept(), open_states) end
        || case when not scope_has_sectors() then '' else format(
          ' or sector_at(sector_id, keeper_unit_id) = any (%L::bigint[]) or (sector_at(sector_id, keeper_unit_id) = any (%L::bigint[]) and %s)',
          scope_sector_units(), scope_sector_kept(), open_states) end) end;
    return query execute format($q$
      select id, (select count(*) from unnest($1) pattern where plain_text like pattern)::integer as times
      from registration where plain_text like any ($1) and state not in ('annulled', 'withdrawn') and %s
      order by times desc, id desc limit %s$q$, allowed, least(most, 1000)) using patterns;
  end $function$;

CREATE OR REPLACE FUNCTION public.standing_units(days date[])
 RETURNS TABLE(day date, id integer, code text, name text, level text, parent_id integer)
 LANGUAGE plpgsql
 STABLE
 SET enable_nestloop TO 'off'
AS $function$
declare one date;
begin
  foreach one in array days loop
    return query
      select one, n.unit_id, c.code, n.name, t.level, p.parent_id
      from unit_name n
      join unit_kind k on k.unit_id = n.unit_id and k.valid @> one
      join unit_kind_type t on t.kind = k.kind
      left join unit_code c on c.unit_id = n.unit_id and c.valid @> one
      left join unit_parent p on p.unit_id = n.unit_id and p.valid @> one
      where n.valid @> one;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.successor_of(typed text, person integer, day date)
 RETURNS TABLE(id integer, full_name text, username text, audits boolean, serves boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select p.id, p.full_name, a.username,
      exists (select from appointment t where t.person_id = p.id and t.valid @> day and t.role = 'auditor'),
      exists (select from appointment t where t.person_id = p.id and t.valid @> day and t.role <> 'auditor')
    from account a join person p on p.id = a.person_id
    where (lower(a.username) = typed or p.id = person) and a.disabled_at is null
  $function$
;
grant execute on function successor_of(text,integer,date) to kheo_app;

CREATE OR REPLACE FUNCTION public.sum_cells()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    perform add_to_sums(array(select c::registration_count_cell from new_rows c), '{}');
  elsif tg_op = 'UPDATE' then
    perform add_to_sums(array(select c::registration_count_cell from new_rows c), array(select c::registration_count_cell from old_rows c));
  else
    perform add_to_sums('{}', array(select c::registration_count_cell from old_rows c));
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.team_of(registration integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.id from registration r
    join unit keeper on keeper.id = r.keeper_unit_id
    join team t on t.cycle_id = r.cycle_id and t.level = r.level and (t.fields = '{}' or r.field_id = any (t.fields))
    join unit u on u.id = t.unit_id and keeper.path_today <@ u.path_today
  where r.id = registration order by t.fields = '{}', t.id limit 1
$function$;

CREATE OR REPLACE FUNCTION public.tell_public_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('kheo_public', tg_table_name);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.unit_paths(day date)
 RETURNS TABLE(id integer, path ltree)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with recursive last as (
      select distinct on (unit_id) unit_id, parent_id, valid @> day as stands, upper(valid) <= day as ended
      from unit_parent order by unit_id, (valid @> day) desc, (upper(valid) <= day) desc, case when upper(valid) <= day then valid end desc, valid),
    successor as (
      select distinct on (s.from_unit_id) s.from_unit_id, s.to_unit_id, s.share, r.effective_on
      from unit_succession s join reorganisation r on r.id = s.reorganisation_id and r.state = 'applied' and r.effective_on <= day
      order by s.from_unit_id, r.effective_on desc, s.share desc, s.to_unit_id),
    hanging as (
      select l.unit_id, case
        when l.ended and s.share = 'whole' then s.to_unit_id
        when l.ended and s.share = 'part' then (select p.parent_id from unit_parent p where p.unit_id = s.to_unit_id and p.valid @> s.effective_on)
        else l.parent_id end as parent_id
      from last l left join successor s on s.from_unit_id = l.unit_id),
    placed as (
      select unit_id, unit_id::text::ltree as path from hanging where parent_id is null
      union all
      select h.unit_id, p.path || h.unit_id::text from hanging h join placed p on p.unit_id = h.parent_id)
    select unit_id, path from placed
  $function$;

CREATE OR REPLACE FUNCTION public.units_at(day date)
 RETURNS TABLE(id integer, at_id integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'public', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
    with recursive standing as materialized (
      select unit_id from unit_kind where valid @> day),
    acts as materialized (
      select s.from_unit_id, s.to_unit_id, s.share, r.effective_on <= day as done
      from unit_succession s join reorganisation r on r.id = s.reorganisation_id and r.state = 'applied'),
    moves as materialized (
      select from_unit_id as unit_id, min(to_unit_id) as to_id from acts where done group by 1 having count(*) = 1 and bool_and(share = 'whole')
      union all
      select to_unit_id, min(from_unit_id) from acts where not done group by 1 having count(*) = 1 and bool_and(share = 'whole')),
    walk as (
      select u.id, u.id as at_id, 0 as steps from unit u
      union all
      select w.id, m.to_id, w.steps + 1 from walk w join moves m on m.unit_id = w.at_id
      where w.steps < 100 and not exists (select from standing s where s.unit_id = w.at_id)),
    -- The walk ends at the first that stands, so there is one at most.
    found as (
      select distinct on (w.id) w.id, w.at_id from walk w join standing s on s.unit_id = w.at_id order by w.id, w.steps)
    select u.id, f.at_id from unit u left join found f on f.id = u.id
  $function$;

CREATE OR REPLACE FUNCTION public.units_on(day date)
 RETURNS TABLE(id integer, code text, name text, plain_name text, kind text, level text, parent_id integer, path_today ltree)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    select u.id, c.code, n.name, n.plain_name, k.kind, t.level, p.parent_id, u.path_today
    from unit u
    join unit_name n on n.unit_id = u.id and n.valid @> day
    join unit_kind k on k.unit_id = u.id and k.valid @> day
    join unit_kind_type t on t.kind = k.kind
    left join unit_code c on c.unit_id = u.id and c.valid @> day
    left join unit_parent p on p.unit_id = u.id and p.valid @> day
  $function$;

CREATE OR REPLACE FUNCTION public.units_under_scope()
 RETURNS integer[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  $function$;

CREATE OR REPLACE FUNCTION public.unplace_models(act integer, actor integer, actor_name text, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare taken integer;
    begin
      perform from initiative i join placement p on p.initiative_id = i.id where p.reorganisation_id = act order by i.id for update of i;
      with put_back as (
        update registration r set keeper_unit_id = p.from_unit_id, version = r.version + 1 from placement p
        where p.reorganisation_id = act and r.initiative_id = p.initiative_id and r.keeper_unit_id = p.to_unit_id returning r.id, r.state)
      insert into registration_event (registration_id, act, state, reason, actor_id, actor_name, at)
        select id, 'unplace', state, '', actor, actor_name, moment from put_back;
      update initiative i set keeper_unit_id = p.from_unit_id from placement p
        where p.reorganisation_id = act and i.id = p.initiative_id and i.keeper_unit_id = p.to_unit_id;
      delete from placement where reorganisation_id = act;
      get diagnostics taken = row_count;
      return taken;
    end
  $function$;

CREATE OR REPLACE FUNCTION public.without_person(model integer, body text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare person text;
  begin
    if body = '' or exists (select from initiative where id = model and public_registrant is not null) then return body; end if;
    for person in
      select distinct g.name from registrant g
      where g.subject = 'individual' and g.id in (
        select registrant_id from initiative where id = model union select registrant_id from registration where initiative_id = model)
    loop
      body := regexp_replace(body, '\m' || regexp_replace(person, '([^[:alnum:][:space:]])', '\\\1', 'g') || '\M', '…', 'gi');
    end loop;
    return body;
  end $function$;

create table account (
  person_id integer not null,
  username text not null,
  password_hash text not null,
  language text not null default 'vi'::text,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  digest text not null default 'daily'::text
);
alter table account add constraint account_pkey PRIMARY KEY (person_id);
alter table account add constraint account_digest_check CHECK ((digest = ANY (ARRAY['daily'::text, 'weekly'::text, 'none'::text])));
alter table account add constraint account_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text])));
alter table account add constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE UNIQUE INDEX account_lower_idx ON public.account USING btree (lower(username));
alter table account enable row level security;
alter table account force row level security;
create policy scope on account as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people() AS scope_people)::integer[])))) with check ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on account to kheo_app;

create table account_request (
  id integer not null generated by default as identity,
  full_name text not null,
  email text,
  phone text,
  unit_id integer not null,
  role text not null,
  registrant text not null default ''::text,
  reason text not null,
  language text not null,
  state text not null default 'open'::text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by integer,
  answer text not null default ''::text,
  person_id integer,
  emptied_at timestamp with time zone
);
alter table account_request add constraint account_request_pkey PRIMARY KEY (id);
alter table account_request add constraint account_request_answer_check CHECK ((length(answer) <= 1000));
alter table account_request add constraint account_request_check CHECK (((state = 'open'::text) = (decided_at IS NULL)));
alter table account_request add constraint account_request_check1 CHECK (((state = 'approved'::text) = (person_id IS NOT NULL)));
alter table account_request add constraint account_request_check2 CHECK (((emptied_at IS NULL) OR ((state <> 'open'::text) AND (full_name = ''::text) AND (email IS NULL) AND (phone IS NULL) AND (registrant = ''::text) AND (reason = ''::text))));
alter table account_request add constraint account_request_email_check CHECK ((length(email) <= 200));
alter table account_request add constraint account_request_full_name_check CHECK ((length(full_name) <= 200));
alter table account_request add constraint account_request_language_check CHECK ((language = ANY (ARRAY['vi'::text, 'en'::text])));
alter table account_request add constraint account_request_phone_check CHECK ((phone ~ '^\+?[0-9]{8,15}$'::text));
alter table account_request add constraint account_request_reason_check CHECK ((length(reason) <= 1000));
alter table account_request add constraint account_request_registrant_check CHECK ((length(registrant) <= 300));
alter table account_request add constraint account_request_role_check CHECK ((role = ANY (ARRAY['registrant'::text, 'commune_officer'::text, 'district_officer'::text, 'provincial_officer'::text, 'committee_member'::text])));
alter table account_request add constraint account_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'refused'::text, 'expired'::text])));
alter table account_request add constraint account_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);
alter table account_request add constraint account_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table account_request add constraint account_request_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX account_request_state_expires_at_idx ON public.account_request USING btree (state, expires_at) WHERE (emptied_at IS NULL);
CREATE UNIQUE INDEX account_request_unit_id_coalesce_idx ON public.account_request USING btree (unit_id, COALESCE(email, phone)) WHERE (state = 'open'::text);
CREATE INDEX account_request_unit_id_idx ON public.account_request USING btree (unit_id) WHERE (state = 'open'::text);
alter table account_request enable row level security;
alter table account_request force row level security;
create policy scope on account_request as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_administered(true) AS scope_administered)::integer[]))));
grant insert, select, update on account_request to kheo_app;
comment on table account_request is 'Somebody without an account asks for one; the level above answers once; what was typed is taken out afterwards';

create table adoption (
  initiative_id integer not null,
  parent_id integer not null,
  kept text not null,
  changed text not null default ''::text,
  dropped text not null default ''::text,
  day date not null,
  actor_id integer,
  actor_name text not null,
  at timestamp with time zone not null
);
alter table adoption add constraint adoption_pkey PRIMARY KEY (initiative_id);
alter table adoption add constraint adoption_check CHECK ((initiative_id <> parent_id));
alter table adoption add constraint adoption_kept_check CHECK ((kept <> ''::text));
alter table adoption add constraint adoption_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table adoption add constraint adoption_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES initiative(id);
CREATE INDEX adoption_parent_id_idx ON public.adoption USING btree (parent_id);
alter table adoption enable row level security;
alter table adoption force row level security;
create policy parent on adoption as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = adoption.initiative_id))))));
CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON public.adoption FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant delete, insert, select, update on adoption to kheo_app;
comment on table adoption is 'Which model another one was learnt from, as who writes for it says';

create table appointment (
  id integer not null generated by default as identity,
  person_id integer not null,
  role text not null,
  unit_id integer not null,
  registrant_id integer,
  valid daterange not null,
  granted_by integer,
  sector_id integer,
  body_member_id integer,
  stands_for integer
);
alter table appointment add constraint appointment_pkey PRIMARY KEY (id);
alter table appointment add constraint appointment_one_deputy EXCLUDE USING gist (stands_for WITH =, valid WITH &&) WHERE ((stands_for IS NOT NULL));
alter table appointment add constraint appointment_check CHECK (((role = 'registrant'::text) = (registrant_id IS NOT NULL)));
alter table appointment add constraint appointment_role_check CHECK ((role = ANY (ARRAY['registrant'::text, 'commune_officer'::text, 'district_officer'::text, 'provincial_officer'::text, 'committee_member'::text, 'sector_officer'::text, 'people_administrator'::text, 'administrator'::text, 'auditor'::text])));
alter table appointment add constraint appointment_sector_check CHECK (((role = 'sector_officer'::text) = (sector_id IS NOT NULL)));
alter table appointment add constraint appointment_body_member_id_fkey FOREIGN KEY (body_member_id) REFERENCES body_member(id);
alter table appointment add constraint appointment_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id);
alter table appointment add constraint appointment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table appointment add constraint appointment_registrant_id_fkey FOREIGN KEY (registrant_id) REFERENCES registrant(id);
alter table appointment add constraint appointment_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sector(id);
alter table appointment add constraint appointment_stands_for_fkey FOREIGN KEY (stands_for) REFERENCES appointment(id);
alter table appointment add constraint appointment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX appointment_body_member_id_idx ON public.appointment USING btree (body_member_id) WHERE (body_member_id IS NOT NULL);
CREATE INDEX appointment_deputy ON public.appointment USING btree (person_id) WHERE (stands_for IS NOT NULL);
CREATE INDEX appointment_person_id_idx ON public.appointment USING btree (person_id);
CREATE INDEX appointment_registrant_id_idx ON public.appointment USING btree (registrant_id) WHERE (registrant_id IS NOT NULL);
CREATE INDEX appointment_stands_for_idx ON public.appointment USING btree (stands_for) WHERE (stands_for IS NOT NULL);
CREATE INDEX appointment_unit_id_idx ON public.appointment USING btree (unit_id);
CREATE INDEX appointment_unit_id_idx1 ON public.appointment USING btree (unit_id) WHERE (role = 'people_administrator'::text);
alter table appointment enable row level security;
alter table appointment force row level security;
create policy deputies on appointment as permissive for select to public using (((stands_for IS NOT NULL) AND owns_office(stands_for)));
create policy ends_deputy on appointment as permissive for update to public using (((stands_for IS NOT NULL) AND ((person_id = ( SELECT scope_person() AS scope_person)) OR owns_office(stands_for)))) with check (((stands_for IS NOT NULL) AND ((person_id = ( SELECT scope_person() AS scope_person)) OR owns_office(stands_for))));
create policy names_deputy on appointment as permissive for insert to public with check (((stands_for IS NOT NULL) AND owns_office(stands_for)));
create policy scope on appointment as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR (unit_id = ANY (( SELECT scope_administered() AS scope_administered)::integer[])))) with check ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR ((unit_id = ANY (( SELECT scope_administered() AS scope_administered)::integer[])) AND (person_id IS DISTINCT FROM ( SELECT scope_person() AS scope_person)) AND (role <> ALL (ARRAY['administrator'::text, 'auditor'::text])) AND ((role <> 'people_administrator'::text) OR (unit_id = ANY (( SELECT scope_administered(true) AS scope_administered)::integer[]))))));
CREATE TRIGGER appointment_deputies_end AFTER UPDATE OF valid ON public.appointment FOR EACH ROW WHEN (((new.stands_for IS NULL) AND (new.valid IS DISTINCT FROM old.valid))) EXECUTE FUNCTION deputies_end();
CREATE TRIGGER appointment_deputy_fits BEFORE INSERT OR UPDATE ON public.appointment FOR EACH ROW WHEN ((new.stands_for IS NOT NULL)) EXECUTE FUNCTION deputy_fits();
grant delete, insert, select, update on appointment to kheo_app;
comment on column appointment.stands_for is 'Of a deputy: the appointment in whose place this one stands, within its days and never beyond';

create table appointment_keep (
  appointment_id integer not null,
  reorganisation_id integer not null,
  valid_before daterange not null,
  unit_ids integer[] not null
);
alter table appointment_keep add constraint appointment_keep_pkey PRIMARY KEY (appointment_id, reorganisation_id);
alter table appointment_keep add constraint appointment_keep_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);
alter table appointment_keep add constraint appointment_keep_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
alter table appointment_keep enable row level security;
alter table appointment_keep force row level security;
create policy parent on appointment_keep as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM appointment a
  WHERE (a.id = appointment_keep.appointment_id)))));
grant delete, insert, select, update on appointment_keep to kheo_app;
comment on table appointment_keep is 'An appointment that ended with its unit, what it was before, and the units whose open work its holder keeps';

create table appointment_proposal (
  id integer not null generated by default as identity,
  reorganisation_id integer not null,
  appointment_id integer not null,
  kind text not null,
  unit_id integer not null,
  state text not null,
  decided_by integer,
  decided_at timestamp with time zone,
  made_appointment_id integer
);
alter table appointment_proposal add constraint appointment_proposal_pkey PRIMARY KEY (id);
alter table appointment_proposal add constraint appointment_proposal_reorganisation_id_appointment_id_kind__key UNIQUE (reorganisation_id, appointment_id, kind, unit_id);
alter table appointment_proposal add constraint appointment_proposal_check CHECK (((state = 'proposed'::text) = (decided_at IS NULL)));
alter table appointment_proposal add constraint appointment_proposal_kind_check CHECK ((kind = ANY (ARRAY['successor'::text, 'gain'::text])));
alter table appointment_proposal add constraint appointment_proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'declined'::text])));
alter table appointment_proposal add constraint appointment_proposal_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);
alter table appointment_proposal add constraint appointment_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);
alter table appointment_proposal add constraint appointment_proposal_made_appointment_id_fkey FOREIGN KEY (made_appointment_id) REFERENCES appointment(id);
alter table appointment_proposal add constraint appointment_proposal_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
alter table appointment_proposal add constraint appointment_proposal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX appointment_proposal_appointment_id_idx ON public.appointment_proposal USING btree (appointment_id);
CREATE INDEX appointment_proposal_state_idx ON public.appointment_proposal USING btree (state) WHERE (state = 'proposed'::text);
alter table appointment_proposal enable row level security;
alter table appointment_proposal force row level security;
create policy parent on appointment_proposal as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM appointment a
  WHERE (a.id = appointment_proposal.appointment_id)))));
grant delete, insert, select, update on appointment_proposal to kheo_app;
comment on table appointment_proposal is 'What an act would let somebody see more: a duty at a successor, or a unit that has come under theirs; nothing is seen before it is approved';

create table appraisal (
  id integer not null generated by default as identity,
  registration_id integer not null,
  unit_id integer not null,
  appraiser_id integer,
  appraiser_name text not null,
  verdict text not null,
  reason text not null default ''::text,
  met integer[] not null,
  asked integer[] not null,
  at timestamp with time zone not null
);
alter table appraisal add constraint appraisal_pkey PRIMARY KEY (id);
alter table appraisal add constraint appraisal_check CHECK (((verdict = 'proposed'::text) OR (reason <> ''::text)));
alter table appraisal add constraint appraisal_verdict_check CHECK ((verdict = ANY (ARRAY['proposed'::text, 'not_recognised'::text])));
alter table appraisal add constraint appraisal_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
alter table appraisal add constraint appraisal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX appraisal_registration_id_id_idx ON public.appraisal USING btree (registration_id, id);
alter table appraisal enable row level security;
alter table appraisal force row level security;
create policy parent on appraisal as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM registration r
  WHERE (r.id = appraisal.registration_id))))));
grant insert, select on appraisal to kheo_app;
comment on table appraisal is 'A verdict on one registration: which criteria were asked, which were met, and why';

create table article (
  id integer not null generated by default as identity,
  slug text not null,
  category text not null default 'news'::text,
  title text not null,
  lead text not null,
  body text not null,
  author text not null,
  published_on date,
  figure_id integer,
  read_count integer not null default 0,
  created_at timestamp with time zone not null
);
alter table article add constraint article_pkey PRIMARY KEY (id);
alter table article add constraint article_slug_key UNIQUE (slug);
alter table article add constraint article_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES published_figure(id);
alter table article enable row level security;
alter table article force row level security;
create policy reads on article as permissive for select to public using ((( SELECT scope_is_all() AS scope_is_all) OR (published_on IS NOT NULL)));
create policy writes on article as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE OF slug, category, title, lead, body, author, published_on, figure_id ON public.article FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant delete, insert, select, update on article to kheo_app;

create table article_initiative (
  article_id integer not null,
  initiative_id integer not null
);
alter table article_initiative add constraint article_initiative_pkey PRIMARY KEY (article_id, initiative_id);
alter table article_initiative add constraint article_initiative_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id);
alter table article_initiative add constraint article_initiative_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table article_initiative enable row level security;
alter table article_initiative force row level security;
create policy reads on article_initiative as permissive for select to public using (true);
create policy writes on article_initiative as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER public_change AFTER INSERT OR DELETE ON public.article_initiative FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant delete, insert, select, update on article_initiative to kheo_app;

create table attachment (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  registration_id integer not null,
  name text not null,
  caption text not null default ''::text,
  type text not null,
  bytes bytea,
  preview bytea,
  size integer not null,
  digest bytea not null,
  width integer,
  height integer,
  latitude double precision,
  longitude double precision,
  added_by integer not null,
  added_by_name text not null,
  added_at timestamp with time zone not null,
  removed_by_name text,
  removed_at timestamp with time zone,
  removed_reason text
);
alter table attachment add constraint attachment_pkey PRIMARY KEY (id);
alter table attachment add constraint attachment_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 20971520)));
alter table attachment add constraint attachment_caption_check CHECK ((length(caption) <= 300));
alter table attachment add constraint attachment_check CHECK (((removed_at IS NULL) = (bytes IS NOT NULL)));
alter table attachment add constraint attachment_check1 CHECK (((latitude IS NULL) = (longitude IS NULL)));
alter table attachment add constraint attachment_digest_check CHECK ((length(digest) = 32));
alter table attachment add constraint attachment_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)));
alter table attachment add constraint attachment_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)));
alter table attachment add constraint attachment_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)));
alter table attachment add constraint attachment_preview_check CHECK ((length(preview) <= 1048576));
alter table attachment add constraint attachment_size_check CHECK ((size > 0));
alter table attachment add constraint attachment_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id);
alter table attachment add constraint attachment_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table attachment add constraint attachment_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
CREATE UNIQUE INDEX attachment_initiative_id_digest_idx ON public.attachment USING btree (initiative_id, digest) WHERE (removed_at IS NULL);
CREATE INDEX attachment_registration_id_idx ON public.attachment USING btree (registration_id);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy parent on attachment as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = attachment.initiative_id))))));
grant insert, select, update on attachment to kheo_app;
comment on table attachment is 'Photographs and papers of a model; pictures are drawn anew, so that they carry nothing but the picture';
comment on column attachment.digest is 'SHA-256 of the file as it was sent: the same file is kept once';

create table audit_event (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  actor_id integer,
  actor_name text not null,
  act text not null,
  subject_kind text,
  subject_id bigint,
  unit_id integer,
  before jsonb,
  after jsonb,
  row_count integer not null default 1,
  rows_digest text,
  request_id text not null,
  xid xid8 not null default pg_current_xact_id(),
  salt bytea,
  body_digest bytea not null default '\x'::bytea,
  digest bytea not null default '\x'::bytea
);
alter table audit_event add constraint audit_event_pkey PRIMARY KEY (id);
alter table audit_event add constraint audit_event_body_digest_check CHECK ((length(body_digest) = 32));
alter table audit_event add constraint audit_event_digest_check CHECK ((length(digest) = 32));
CREATE INDEX audit_event_act_id_idx ON public.audit_event USING btree (act, id);
CREATE INDEX audit_event_actor_id_id_idx ON public.audit_event USING btree (actor_id, id);
CREATE INDEX audit_event_subject_kind_subject_id_id_idx ON public.audit_event USING btree (subject_kind, subject_id, id);
CREATE INDEX audit_event_unit_id_id_idx ON public.audit_event USING btree (unit_id, id);
CREATE INDEX audit_event_xid_id_idx ON public.audit_event USING btree (xid, id);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy empties on audit_event as permissive for update to public using (( SELECT scope_is_all() AS scope_is_all));
create policy grows on audit_event as permissive for insert to public with check (true);
create policy reads on audit_event as permissive for select to public using ((( SELECT scope_is_all() AS scope_is_all) OR (actor_id = ( SELECT scope_person() AS scope_person))));
CREATE TRIGGER audit_event_digest BEFORE INSERT ON public.audit_event FOR EACH ROW EXECUTE FUNCTION digest_audit_event();
CREATE TRIGGER audit_event_grows BEFORE DELETE OR TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_keeps BEFORE UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION guard_audit_event();
grant insert (act), insert (actor_id), insert (actor_name), insert (after), insert (at), insert (before), insert (request_id), insert (row_count), insert (rows_digest), insert (subject_id), insert (subject_kind), insert (unit_id), select on audit_event to kheo_app;
comment on table audit_event is 'Proof of every act, written inside its transaction; grows only';
comment on column audit_event.xid is 'The transaction that wrote it: the order of the chain';
comment on column audit_event.salt is 'Emptied together with the body';

create table audit_row (
  event_id bigint not null,
  subject_id bigint not null
);
alter table audit_row add constraint audit_row_pkey PRIMARY KEY (event_id, subject_id);
alter table audit_row add constraint audit_row_event_id_fkey FOREIGN KEY (event_id) REFERENCES audit_event(id);
CREATE INDEX audit_row_subject_id_event_id_idx ON public.audit_row USING btree (subject_id, event_id);
alter table audit_row enable row level security;
alter table audit_row force row level security;
create policy grows on audit_row as permissive for insert to public with check (true);
create policy reads on audit_row as permissive for select to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER audit_row_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on audit_row to kheo_app;
comment on table audit_row is 'The rows that one set-based act touched';

create table audit_seal (
  "position" bigint not null,
  event_id bigint not null,
  at timestamp with time zone not null,
  horizon xid8 not null,
  link bytea not null
);
alter table audit_seal add constraint audit_seal_pkey PRIMARY KEY ("position");
alter table audit_seal add constraint audit_seal_event_id_key UNIQUE (event_id);
alter table audit_seal add constraint audit_seal_position_check CHECK (("position" > 0));
alter table audit_seal add constraint audit_seal_event_id_fkey FOREIGN KEY (event_id) REFERENCES audit_event(id);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy grows on audit_seal as permissive for insert to public with check (( SELECT scope_is_all() AS scope_is_all));
create policy reads on audit_seal as permissive for select to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER audit_seal_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant select on audit_seal to kheo_app;
comment on table audit_seal is 'The chain over the digests of the audit, in the order of commit: link = sha256(link before || digest of the event)';
comment on column audit_seal.horizon is 'Every transaction below it was over when this was sealed: no event of one of them may come later';

create table body (
  id integer not null generated by default as identity,
  kind text not null,
  name text not null,
  unit_id integer not null,
  founding_number text not null,
  founded_on date not null,
  merged_with text not null default ''::text,
  standing_office text not null default ''::text,
  valid daterange not null
);
alter table body add constraint body_pkey PRIMARY KEY (id);
alter table body add constraint body_founding_number_check CHECK (((founding_number <> ''::text) AND (length(founding_number) <= 100)));
alter table body add constraint body_kind_check CHECK ((kind = ANY (ARRAY['steering_committee'::text, 'working_group'::text, 'council'::text])));
alter table body add constraint body_name_check CHECK (((name <> ''::text) AND (length(name) <= 300)));
alter table body add constraint body_valid_check CHECK ((NOT isempty(valid)));
alter table body add constraint body_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX body_unit_id_idx ON public.body USING btree (unit_id);
alter table body enable row level security;
alter table body force row level security;
create policy scope on body as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id IN ( SELECT unnest(scope_units()) AS unnest)) OR (id = ANY (( SELECT scope_bodies() AS scope_bodies)::integer[]))));
grant insert, select, update on body to kheo_app;
comment on table body is 'A steering committee, working group or council of a unit, by the decision that founded it; ended, it stays on record';

create table body_file (
  id integer not null generated by default as identity,
  body_id integer not null,
  name text not null,
  type text not null,
  bytes bytea not null,
  added_by text not null,
  added_at timestamp with time zone not null
);
alter table body_file add constraint body_file_pkey PRIMARY KEY (id);
alter table body_file add constraint body_file_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 20971520)));
alter table body_file add constraint body_file_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)));
alter table body_file add constraint body_file_type_check CHECK ((type = ANY (ARRAY['application/pdf'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'image/png'::text, 'image/jpeg'::text])));
alter table body_file add constraint body_file_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
CREATE INDEX body_file_body_id_id_idx ON public.body_file USING btree (body_id, id);
alter table body_file enable row level security;
alter table body_file force row level security;
create policy parent on body_file as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM body b
  WHERE (b.id = body_file.body_id)))));
grant insert, select on body_file to kheo_app;
comment on table body_file is 'Working regulations of a body, the newest in force; earlier ones stay';

create table body_member (
  id integer not null generated by default as identity,
  body_id integer not null,
  person_id integer not null,
  role text not null,
  charge text not null default ''::text,
  valid daterange not null
);
alter table body_member add constraint body_member_pkey PRIMARY KEY (id);
alter table body_member add constraint body_member_body_id_person_id_valid_excl EXCLUDE USING gist (body_id WITH =, person_id WITH =, valid WITH &&);
alter table body_member add constraint body_member_body_id_role_valid_excl EXCLUDE USING gist (body_id WITH =, role WITH =, valid WITH &&) WHERE ((role = ANY (ARRAY['head'::text, 'standing_deputy'::text])));
alter table body_member add constraint body_member_role_check CHECK ((role = ANY (ARRAY['head'::text, 'standing_deputy'::text, 'deputy'::text, 'member'::text, 'secretary'::text])));
alter table body_member add constraint body_member_valid_check CHECK ((NOT isempty(valid)));
alter table body_member add constraint body_member_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id);
alter table body_member add constraint body_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE INDEX body_member_person_id_idx ON public.body_member USING btree (person_id);
alter table body_member enable row level security;
alter table body_member force row level security;
create policy parent on body_member as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM body b
  WHERE (b.id = body_member.body_id)))));
grant insert, select, update on body_member to kheo_app;
comment on table body_member is 'Who is on a body, as what, in charge of which sector or field, since when and until when; from anywhere in the tree';

create table calendar_day (
  day date not null,
  works boolean not null,
  name text not null,
  basis text not null default ''::text,
  sample boolean not null default false
);
alter table calendar_day add constraint calendar_day_pkey PRIMARY KEY (day);
alter table calendar_day add constraint calendar_day_basis_check CHECK ((length(basis) <= 300));
alter table calendar_day add constraint calendar_day_day_check CHECK (((day >= '2015-01-01'::date) AND (day <= '2039-12-31'::date)));
alter table calendar_day add constraint calendar_day_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)));
alter table calendar_day enable row level security;
alter table calendar_day force row level security;
create policy reads on calendar_day as permissive for select to public using (true);
create policy writes on calendar_day as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER numbers AFTER INSERT OR DELETE OR UPDATE ON public.calendar_day FOR EACH STATEMENT EXECUTE FUNCTION number_working_days();
grant delete, insert, select, update on calendar_day to kheo_app;
comment on table calendar_day is 'Days that are not as their weekday says: holidays, days off in exchange, Saturdays and Sundays worked instead';
comment on column calendar_day.sample is 'Came with the product; nobody of this place has said that it is so';

create table comment (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  visibility text not null,
  unit_id integer,
  text text not null,
  earlier jsonb not null default '[]'::jsonb,
  author_id integer not null,
  author_name text not null,
  at timestamp with time zone not null,
  edited_at timestamp with time zone,
  withdrawn_at timestamp with time zone
);
alter table comment add constraint comment_pkey PRIMARY KEY (id);
alter table comment add constraint comment_check CHECK (((visibility = 'body'::text) = (unit_id IS NOT NULL)));
alter table comment add constraint comment_text_check CHECK (((text <> ''::text) AND (length(text) <= 4000)));
alter table comment add constraint comment_visibility_check CHECK ((visibility = ANY (ARRAY['readers'::text, 'officers'::text, 'body'::text])));
alter table comment add constraint comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(id);
alter table comment add constraint comment_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table comment add constraint comment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX comment_author_id_at_idx ON public.comment USING btree (author_id, at);
CREATE INDEX comment_initiative_id_id_idx ON public.comment USING btree (initiative_id, id);
alter table comment enable row level security;
alter table comment force row level security;
create policy changes on comment as permissive for update to public using ((author_id = ( SELECT scope_person() AS scope_person)));
create policy reads on comment as permissive for select to public using (((( SELECT scope_is_all() AS scope_is_all) AND (( SELECT scope_person() AS scope_person) IS NULL)) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = comment.initiative_id))) AND comment_open(visibility, initiative_id, unit_id))));
create policy writes on comment as permissive for insert to public with check (((author_id = ( SELECT scope_person() AS scope_person)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = comment.initiative_id))) AND comment_open(visibility, initiative_id, unit_id)));
grant insert, select, update on comment to kheo_app;
comment on table comment is 'What is said about a model where it lies: to everybody who reads it, to offices, or among those who serve at one unit';
comment on column comment.unit_id is 'Of a private note: whose office and body read it';
comment on column comment.earlier is 'Wordings before it was edited, each with the moment at which it ended: [{text, until}]';

create table comment_mention (
  comment_id integer not null,
  person_id integer not null,
  person_name text not null,
  read_at timestamp with time zone
);
alter table comment_mention add constraint comment_mention_pkey PRIMARY KEY (comment_id, person_id);
alter table comment_mention add constraint comment_mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id);
alter table comment_mention add constraint comment_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE INDEX comment_mention_person_id_idx ON public.comment_mention USING btree (person_id) WHERE (read_at IS NULL);
alter table comment_mention enable row level security;
alter table comment_mention force row level security;
create policy changes on comment_mention as permissive for update to public using ((person_id = ( SELECT scope_person() AS scope_person)));
create policy reads on comment_mention as permissive for select to public using ((EXISTS ( SELECT
   FROM comment c
  WHERE (c.id = comment_mention.comment_id))));
create policy writes on comment_mention as permissive for insert to public with check ((EXISTS ( SELECT
   FROM (comment c
     CROSS JOIN LATERAL comment_readers(c.initiative_id, ( SELECT scope_today() AS scope_today)) f(person_id, full_name, role, unit_name, as_officer, seats))
  WHERE ((c.id = comment_mention.comment_id) AND (c.author_id = ( SELECT scope_person() AS scope_person)) AND (f.person_id = comment_mention.person_id) AND
        CASE c.visibility
            WHEN 'readers'::text THEN true
            WHEN 'officers'::text THEN f.as_officer
            ELSE (c.unit_id = ANY (f.seats))
        END))));
grant insert, select, update on comment_mention to kheo_app;
comment on table comment_mention is 'Who is named in a comment, and when they said that they have read it';

create table criterion (
  id integer not null generated by default as identity,
  cycle_id integer not null,
  subject text not null,
  code text not null,
  text_vi text not null,
  text_en text not null,
  "position" integer not null,
  source text not null default ''::text,
  points integer,
  anchors text not null default ''::text,
  unit_id integer,
  document_id integer,
  clause text not null default ''::text
);
alter table criterion add constraint criterion_pkey PRIMARY KEY (id);
alter table criterion add constraint criterion_cycle_id_subject_code_key UNIQUE (cycle_id, subject, code);
alter table criterion add constraint criterion_anchors_check CHECK (((anchors = ''::text) OR (points IS NOT NULL)));
alter table criterion add constraint criterion_points_check CHECK (((points >= 1) AND (points <= 1000)));
alter table criterion add constraint criterion_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text])));
alter table criterion add constraint criterion_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table criterion add constraint criterion_document_id_fkey FOREIGN KEY (document_id) REFERENCES legal_document(id);
alter table criterion add constraint criterion_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX criterion_unit_id_idx ON public.criterion USING btree (unit_id) WHERE (unit_id IS NOT NULL);
alter table criterion enable row level security;
alter table criterion force row level security;
create policy reads on criterion as permissive for select to public using (true);
create policy writes on criterion as permissive for all to public using (
CASE
    WHEN (unit_id IS NULL) THEN keeps_cycle(cycle_id)
    ELSE (( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])))
END);
grant delete, insert, select, update on criterion to kheo_app;
comment on column criterion.points is 'The most that it is worth; none: met or not';
comment on column criterion.anchors is 'Words for points of its scale, a line each: ''5: …''';
comment on column criterion.unit_id is 'Whose own addition it is: asked there and under it, beside what the whole year asks; none: asked everywhere';

create table cycle (
  id integer not null generated by default as identity,
  movement_id integer not null,
  phase_id integer,
  code text not null,
  year integer not null,
  reference_day date not null,
  opens_on date not null,
  legal_basis text not null default ''::text,
  document_id integer,
  clause text not null default ''::text
);
alter table cycle add constraint cycle_pkey PRIMARY KEY (id);
alter table cycle add constraint cycle_movement_id_code_key UNIQUE (movement_id, code);
alter table cycle add constraint cycle_document_id_fkey FOREIGN KEY (document_id) REFERENCES legal_document(id);
alter table cycle add constraint cycle_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id);
alter table cycle add constraint cycle_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES phase(id);
alter table cycle enable row level security;
alter table cycle force row level security;
create policy reads on cycle as permissive for select to public using (true);
create policy writes on cycle as permissive for all to public using (keeps_movement(movement_id));
grant delete, insert, select, update on cycle to kheo_app;
comment on column cycle.reference_day is 'The day whose tree of units the cycle''s figures stand on';

create table cycle_level (
  cycle_id integer not null,
  level text not null,
  register_due_on date not null,
  appraise_due_on date not null,
  grace_until date,
  locked_from date,
  appraising_body text not null default ''::text,
  recognising_body text not null default ''::text,
  accept_days smallint,
  mend_days smallint,
  appraise_days smallint,
  decide_days smallint
);
alter table cycle_level add constraint cycle_level_pkey PRIMARY KEY (cycle_id, level);
alter table cycle_level add constraint cycle_level_accept_days_check CHECK (((accept_days >= 1) AND (accept_days <= 250)));
alter table cycle_level add constraint cycle_level_appraise_check CHECK ((appraise_due_on >= register_due_on));
alter table cycle_level add constraint cycle_level_appraise_days_check CHECK (((appraise_days >= 1) AND (appraise_days <= 250)));
alter table cycle_level add constraint cycle_level_decide_days_check CHECK (((decide_days >= 1) AND (decide_days <= 250)));
alter table cycle_level add constraint cycle_level_grace_check CHECK ((grace_until >= register_due_on));
alter table cycle_level add constraint cycle_level_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])));
alter table cycle_level add constraint cycle_level_locked_check CHECK ((locked_from > COALESCE(grace_until, register_due_on)));
alter table cycle_level add constraint cycle_level_mend_days_check CHECK (((mend_days >= 1) AND (mend_days <= 250)));
alter table cycle_level add constraint cycle_level_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table cycle_level enable row level security;
alter table cycle_level force row level security;
create policy reads on cycle_level as permissive for select to public using (true);
create policy writes on cycle_level as permissive for all to public using (keeps_cycle(cycle_id));
grant delete, insert, select, update on cycle_level to kheo_app;

create table cycle_title_group (
  cycle_id integer not null,
  title_group_id integer not null
);
alter table cycle_title_group add constraint cycle_title_group_pkey PRIMARY KEY (cycle_id, title_group_id);
alter table cycle_title_group add constraint cycle_title_group_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table cycle_title_group add constraint cycle_title_group_title_group_id_fkey FOREIGN KEY (title_group_id) REFERENCES title_group(id);
CREATE INDEX cycle_title_group_title_group_id_idx ON public.cycle_title_group USING btree (title_group_id);
alter table cycle_title_group enable row level security;
alter table cycle_title_group force row level security;
create policy reads on cycle_title_group as permissive for select to public using (true);
create policy writes on cycle_title_group as permissive for all to public using (keeps_cycle(cycle_id));
grant delete, insert, select, update on cycle_title_group to kheo_app;
comment on table cycle_title_group is 'Which title groups a year offers; none: all that are open';

create table decision (
  id integer not null generated by default as identity,
  kind text not null,
  number text not null,
  decided_on date not null,
  signer text not null default ''::text,
  signer_post text not null default ''::text,
  cycle_id integer not null,
  level text not null,
  unit_id integer not null,
  published_at timestamp with time zone,
  created_at timestamp with time zone not null,
  title_group_id integer
);
alter table decision add constraint decision_pkey PRIMARY KEY (id);
alter table decision add constraint decision_kind_check CHECK ((kind = ANY (ARRAY['recognition'::text, 'outstanding'::text, 'commendation'::text])));
alter table decision add constraint decision_number_check CHECK (((number <> ''::text) AND (length(number) <= 100)));
alter table decision add constraint decision_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table decision add constraint decision_cycle_id_level_fkey FOREIGN KEY (cycle_id, level) REFERENCES cycle_level(cycle_id, level);
alter table decision add constraint decision_title_group_id_fkey FOREIGN KEY (title_group_id) REFERENCES title_group(id);
alter table decision add constraint decision_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX decision_title_group_id_idx ON public.decision USING btree (title_group_id) WHERE (title_group_id IS NOT NULL);
CREATE UNIQUE INDEX decision_unit_id_kind_cycle_id_level_lower_decided_on_idx ON public.decision USING btree (unit_id, kind, cycle_id, level, lower(number), decided_on);
alter table decision enable row level security;
alter table decision force row level security;
create policy scope on decision as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR ( SELECT scope_is_all() AS scope_is_all) OR (unit_id IN ( SELECT unnest(scope_units()) AS unnest)) OR decision_names_within(id)));
grant insert, select, update on decision to kheo_app;
comment on table decision is 'A numbered paper of a unit''s body; nothing is recognised without one';
comment on column decision.title_group_id is 'What its models are named as; none: not said';

create table deferral (
  registration_id integer not null,
  comes_back_on date,
  deferred_at timestamp with time zone not null
);
alter table deferral add constraint deferral_pkey PRIMARY KEY (registration_id);
alter table deferral add constraint deferral_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
alter table deferral enable row level security;
alter table deferral force row level security;
create policy parent on deferral as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM registration r
  WHERE (r.id = deferral.registration_id))))));
grant insert, select, update on deferral to kheo_app;
comment on table deferral is 'When a registration that is deferred comes back; says nothing of one that is not';
comment on column deferral.comes_back_on is 'Null: with the next cycle of its movement';

create table device (
  token_hash bytea not null,
  person_id integer not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone not null
);
alter table device add constraint device_pkey PRIMARY KEY (token_hash);
alter table device add constraint device_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
CREATE INDEX device_person_id_used_at_idx ON public.device USING btree (person_id, used_at);
alter table device enable row level security;
alter table device force row level security;
create policy scope on device as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on device to kheo_app;
comment on table device is 'Browsers that a person has signed in with: their own way in stays open while strangers guess';

create table digest (
  person_id integer not null,
  day date not null,
  tried_at timestamp with time zone,
  done_at timestamp with time zone,
  lines integer
);
alter table digest add constraint digest_pkey PRIMARY KEY (person_id, day);
alter table digest add constraint digest_lines_check CHECK ((lines >= 0));
alter table digest add constraint digest_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE INDEX digest_day_idx ON public.digest USING btree (day) WHERE (done_at IS NULL);
alter table digest enable row level security;
alter table digest force row level security;
create policy scope on digest as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person))));
grant delete, insert, select, update on digest to kheo_app;
comment on table digest is 'The one letter a day in which a person reads what waits for them: what is written into it is found when it is sent';

create table directory_link (
  id integer not null generated by default as identity,
  group_code text not null,
  name text not null,
  url text not null,
  "position" integer not null
);
alter table directory_link add constraint directory_link_pkey PRIMARY KEY (id);
alter table directory_link add constraint directory_link_group_code_check CHECK ((group_code = ANY (ARRAY['party_state'::text, 'press'::text, 'university'::text])));
alter table directory_link add constraint directory_link_url_check CHECK ((url ~ '^https?://'::text));
alter table directory_link enable row level security;
alter table directory_link force row level security;
create policy reads on directory_link as permissive for select to public using (true);
create policy writes on directory_link as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON public.directory_link FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant delete, insert, select, update on directory_link to kheo_app;

create table draft (
  id integer not null generated by default as identity,
  owner_id integer not null,
  kind text not null,
  subject_id integer,
  content jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  writer text not null default ''::text,
  writer_count integer not null default 0
);
alter table draft add constraint draft_pkey PRIMARY KEY (id);
alter table draft add constraint draft_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);
CREATE INDEX draft_owner_id_updated_at_idx ON public.draft USING btree (owner_id, updated_at DESC);
alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft as permissive for all to public using (((owner_id = ( SELECT scope_person() AS scope_person)) OR (( SELECT scope_is_all() AS scope_is_all) AND (( SELECT scope_person() AS scope_person) IS NULL))));
grant delete, insert, select, update on draft to kheo_app;
comment on table draft is 'What a person is still writing; in no count';

create table feedback_read (
  event_id bigint not null,
  person_id integer not null,
  at timestamp with time zone not null
);
alter table feedback_read add constraint feedback_read_pkey PRIMARY KEY (event_id, person_id);
alter table feedback_read add constraint feedback_read_event_id_fkey FOREIGN KEY (event_id) REFERENCES registration_event(id);
alter table feedback_read add constraint feedback_read_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE INDEX feedback_read_person_id_idx ON public.feedback_read USING btree (person_id);
alter table feedback_read enable row level security;
alter table feedback_read force row level security;
create policy grows on feedback_read as permissive for insert to public with check (((person_id = ( SELECT scope_person() AS scope_person)) AND (EXISTS ( SELECT
   FROM registration_event e
  WHERE ((e.id = feedback_read.event_id) AND (e.act = 'feedback'::text))))));
create policy reads on feedback_read as permissive for select to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person))));
grant insert, select on feedback_read to kheo_app;
comment on table feedback_read is 'Which feedback a person said that they have read';

create table field (
  id integer not null generated by default as identity,
  movement_id integer not null,
  code text not null,
  name_vi text not null,
  name_en text not null,
  "position" integer not null,
  "national" text,
  closed_on date
);
alter table field add constraint field_pkey PRIMARY KEY (id);
alter table field add constraint field_movement_id_code_key UNIQUE (movement_id, code);
alter table field add constraint field_national_check CHECK (("national" = ANY (ARRAY['economy'::text, 'culture_society'::text, 'defence_security'::text, 'political_system'::text])));
alter table field add constraint field_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id);
alter table field enable row level security;
alter table field force row level security;
create policy reads on field as permissive for select to public using (true);
create policy writes on field as permissive for all to public using (keeps_movement(movement_id));
grant delete, insert, select, update on field to kheo_app;
comment on column field."national" is 'The national field that it is summed under; none: not said yet';
comment on column field.closed_on is 'The first day on which nothing new is registered in it; what was stays';

create table guidance (
  cycle_id integer not null,
  part text not null,
  text text not null,
  document_id integer,
  clause text not null default ''::text
);
alter table guidance add constraint guidance_pkey PRIMARY KEY (cycle_id, part);
alter table guidance add constraint guidance_part_check CHECK ((part = ANY (ARRAY['name'::text, 'reason'::text, 'objectives'::text, 'content'::text, 'place'::text, 'forces'::text, 'resources'::text, 'outputs'::text, 'sustaining'::text])));
alter table guidance add constraint guidance_text_check CHECK (((text <> ''::text) AND (length(text) <= 2000)));
alter table guidance add constraint guidance_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table guidance add constraint guidance_document_id_fkey FOREIGN KEY (document_id) REFERENCES legal_document(id);
alter table guidance enable row level security;
alter table guidance force row level security;
create policy reads on guidance as permissive for select to public using (true);
create policy writes on guidance as permissive for all to public using (keeps_cycle(cycle_id));
grant delete, insert, select, update on guidance to kheo_app;
comment on table guidance is 'The words of the guidance letter that explain a part of the form, shown beside it';

create table handover (
  id integer not null generated by default as identity,
  appointment_id integer not null,
  role text not null,
  unit_id integer not null,
  registrant_id integer,
  sector_id integer,
  from_person_id integer not null,
  from_name text not null,
  to_person_id integer not null,
  to_name text not null,
  effective_on date not null,
  note text not null default ''::text,
  state text not null,
  proposed_by integer,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  decided_by integer,
  decided_by_name text,
  decided_at timestamp with time zone,
  made_appointment_id integer,
  moved jsonb,
  received_at timestamp with time zone
);
alter table handover add constraint handover_pkey PRIMARY KEY (id);
alter table handover add constraint handover_check CHECK ((from_person_id <> to_person_id));
alter table handover add constraint handover_check1 CHECK (((state = 'proposed'::text) = (decided_at IS NULL)));
alter table handover add constraint handover_check2 CHECK (((state = 'done'::text) = (moved IS NOT NULL)));
alter table handover add constraint handover_check3 CHECK (((state = 'done'::text) OR (received_at IS NULL)));
alter table handover add constraint handover_note_check CHECK ((length(note) <= 2000));
alter table handover add constraint handover_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'done'::text, 'declined'::text, 'withdrawn'::text])));
alter table handover add constraint handover_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointment(id);
alter table handover add constraint handover_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);
alter table handover add constraint handover_from_person_id_fkey FOREIGN KEY (from_person_id) REFERENCES person(id);
alter table handover add constraint handover_made_appointment_id_fkey FOREIGN KEY (made_appointment_id) REFERENCES appointment(id);
alter table handover add constraint handover_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);
alter table handover add constraint handover_registrant_id_fkey FOREIGN KEY (registrant_id) REFERENCES registrant(id);
alter table handover add constraint handover_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sector(id);
alter table handover add constraint handover_to_person_id_fkey FOREIGN KEY (to_person_id) REFERENCES person(id);
alter table handover add constraint handover_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE UNIQUE INDEX handover_appointment_id_idx ON public.handover USING btree (appointment_id) WHERE (state = ANY (ARRAY['proposed'::text, 'done'::text]));
CREATE INDEX handover_from_person_id_idx ON public.handover USING btree (from_person_id);
CREATE INDEX handover_to_person_id_idx ON public.handover USING btree (to_person_id);
CREATE INDEX handover_unit_id_idx ON public.handover USING btree (unit_id) WHERE (state = 'proposed'::text);
alter table handover enable row level security;
alter table handover force row level security;
create policy scope on handover as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (from_person_id = ( SELECT scope_person() AS scope_person)) OR (to_person_id = ( SELECT scope_person() AS scope_person)) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant insert, select, update on handover to kheo_app;
comment on table handover is 'An office handed over, or proposed to be: who, to whom, from which day, what was waiting; names as they were';
comment on column handover.moved is 'How much was waiting when it was handed over, by kind of duty; drafts are those that moved';

create table idempotency_key (
  actor_id integer not null,
  act text not null,
  key text not null,
  input_digest text not null,
  answer jsonb,
  at timestamp with time zone not null
);
alter table idempotency_key add constraint idempotency_key_pkey PRIMARY KEY (actor_id, act, key);
CREATE INDEX idempotency_key_at_idx ON public.idempotency_key USING btree (at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy own on idempotency_key as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (actor_id = ( SELECT scope_person() AS scope_person))));
grant delete, insert, select, update on idempotency_key to kheo_app;

create table import_batch (
  id integer not null generated by default as identity,
  file_name text not null,
  file_hash text not null,
  sheet_name text not null default ''::text,
  cycle_id integer not null,
  level text not null,
  unit_id integer not null,
  decision_id integer,
  mapping jsonb not null,
  counts jsonb not null default '{}'::jsonb,
  state text not null,
  created_by integer,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  written_at timestamp with time zone,
  undone_at timestamp with time zone
);
alter table import_batch add constraint import_batch_pkey PRIMARY KEY (id);
alter table import_batch add constraint import_batch_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'failed'::text, 'received'::text, 'written'::text, 'undone'::text])));
alter table import_batch add constraint import_batch_cycle_id_level_fkey FOREIGN KEY (cycle_id, level) REFERENCES cycle_level(cycle_id, level);
alter table import_batch add constraint import_batch_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table import_batch add constraint import_batch_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX import_batch_unit_id_id_idx ON public.import_batch USING btree (unit_id, id);
alter table import_batch enable row level security;
alter table import_batch force row level security;
create policy scope on import_batch as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant delete, insert, select, update on import_batch to kheo_app;
comment on table import_batch is 'One office''s list read in: its file, its mapping, what came of it';

create table import_file (
  batch_id integer not null,
  content bytea not null,
  total integer,
  done integer not null default 0,
  failure text
);
alter table import_file add constraint import_file_pkey PRIMARY KEY (batch_id);
alter table import_file add constraint import_file_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id);
alter table import_file enable row level security;
alter table import_file force row level security;
create policy parent on import_file as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM import_batch b
  WHERE (b.id = import_file.batch_id)))));
grant delete, insert, select, update on import_file to kheo_app;
comment on table import_file is 'A large file that waits to be read or is being read; gone once its rows are kept';
comment on column import_file.total is 'Lines of the sheets that hold lists; known once the file is opened';
comment on column import_file.failure is 'Why it could not be read, a message key; then its content is gone';

create table import_mapping (
  id integer not null generated by default as identity,
  unit_id integer not null,
  heading text not null,
  columns jsonb not null,
  saved_by integer,
  saved_by_name text not null,
  saved_at timestamp with time zone not null
);
alter table import_mapping add constraint import_mapping_pkey PRIMARY KEY (id);
alter table import_mapping add constraint import_mapping_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE UNIQUE INDEX import_mapping_heading ON public.import_mapping USING btree (unit_id, md5(heading));
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy scope on import_mapping as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant delete, insert, select, update on import_mapping to kheo_app;
comment on table import_mapping is 'How an office has read the columns under a heading, offered when the same heading comes again';
comment on column import_mapping.heading is 'The words over the columns, folded and joined';

create table import_row (
  id bigint not null generated by default as identity,
  batch_id integer not null,
  row_number integer not null,
  raw jsonb not null,
  outcome text not null,
  problems jsonb,
  registration_id integer,
  registration_version integer,
  before jsonb,
  fonts jsonb
);
alter table import_row add constraint import_row_pkey PRIMARY KEY (id);
alter table import_row add constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'ignored'::text, 'created'::text, 'updated'::text, 'unchanged'::text, 'conflicting'::text, 'invalid'::text])));
alter table import_row add constraint import_row_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id);
alter table import_row add constraint import_row_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
CREATE INDEX import_row_batch_id_row_number_idx ON public.import_row USING btree (batch_id, row_number);
CREATE INDEX import_row_registration_id_idx ON public.import_row USING btree (registration_id);
alter table import_row enable row level security;
alter table import_row force row level security;
create policy parent on import_row as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM import_batch b
  WHERE (b.id = import_row.batch_id)))));
grant delete, insert, select, update on import_row to kheo_app;
comment on table import_row is 'A row of the list as it stood in the file, and what became of it; bad rows never vanish';
comment on column import_row.row_number is 'The row that Excel shows, plus 2^21 for each sheet before its own';
comment on column import_row.registration_version is 'The registration''s version as this row left it: a higher one now means that a person has touched it since';
comment on column import_row.before is 'What an updated registration was, so that undoing can put it back';
comment on column import_row.fonts is 'Fonts of cells that show letters of the time before Unicode, by column from 0: stretches of letters and length';

create table initiative (
  id integer not null generated by default as identity,
  code text not null,
  name text not null,
  unit_id integer not null,
  keeper_unit_id integer not null,
  registrant_id integer not null,
  sector_id integer,
  field_id integer not null,
  subject text not null,
  published_at timestamp with time zone,
  public_registrant text,
  created_at timestamp with time zone not null
);
alter table initiative add constraint initiative_pkey PRIMARY KEY (id);
alter table initiative add constraint initiative_code_key UNIQUE (code);
alter table initiative add constraint initiative_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text])));
alter table initiative add constraint initiative_field_id_fkey FOREIGN KEY (field_id) REFERENCES field(id);
alter table initiative add constraint initiative_keeper_unit_id_fkey FOREIGN KEY (keeper_unit_id) REFERENCES unit(id);
alter table initiative add constraint initiative_registrant_id_fkey FOREIGN KEY (registrant_id) REFERENCES registrant(id);
alter table initiative add constraint initiative_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sector(id);
alter table initiative add constraint initiative_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX initiative_keeper_unit_id_idx ON public.initiative USING btree (keeper_unit_id);
CREATE INDEX initiative_published_at_id_idx ON public.initiative USING btree (published_at DESC, id DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX initiative_registrant_id_idx ON public.initiative USING btree (registrant_id);
CREATE INDEX initiative_unit_id_idx ON public.initiative USING btree (unit_id);
alter table initiative enable row level security;
alter table initiative force row level security;
create policy scope on initiative as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR ( SELECT scope_is_all() AS scope_is_all) OR (keeper_unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR (registrant_id = ANY (( SELECT scope_registrants() AS scope_registrants)::integer[])) OR ((published_at IS NOT NULL) AND ( SELECT scope_is_public() AS scope_is_public)) OR ((keeper_unit_id = ANY (( SELECT scope_kept() AS scope_kept)::integer[])) AND model_left_open(id)) OR (( SELECT scope_has_sectors() AS scope_has_sectors) AND ((sector_at(sector_id, keeper_unit_id) IN ( SELECT unnest(scope_sector_units()) AS unnest)) OR model_registered_within(id)))));
CREATE TRIGGER public_change AFTER UPDATE OF published_at, public_registrant, name, field_id ON public.initiative FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant insert, select, update on initiative to kheo_app;
comment on table initiative is 'The identity of a model (mô hình) through the years; recognised is not yet published';

create table initiative_version (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  number integer not null,
  name text not null,
  reason text not null default ''::text,
  objectives text not null default ''::text,
  content text not null default ''::text,
  place text not null default ''::text,
  forces text not null default ''::text,
  resources text not null default ''::text,
  outputs text not null default ''::text,
  sustaining text not null default ''::text,
  programmes integer[] not null default '{}'::integer[],
  published_at timestamp with time zone,
  created_at timestamp with time zone not null
);
alter table initiative_version add constraint initiative_version_pkey PRIMARY KEY (id);
alter table initiative_version add constraint initiative_version_initiative_id_number_key UNIQUE (initiative_id, number);
alter table initiative_version add constraint initiative_version_name_check CHECK (((name <> ''::text) AND (length(name) <= 500)));
alter table initiative_version add constraint initiative_version_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table initiative_version enable row level security;
alter table initiative_version force row level security;
create policy parent on initiative_version as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((published_at IS NOT NULL) AND ( SELECT scope_is_public() AS scope_is_public)) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = initiative_version.initiative_id))))));
grant insert, select, update on initiative_version to kheo_app;
comment on table initiative_version is 'The nine parts of the form as sent; never changed afterwards';

create table installation (
  key text not null,
  value text not null
);
alter table installation add constraint installation_pkey PRIMARY KEY (key);
alter table installation enable row level security;
alter table installation force row level security;
create policy reads on installation as permissive for select to public using (true);
create policy writes on installation as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on installation to kheo_app;
comment on table installation is 'Facts about this installation itself, such as which sample data it was loaded with';

create table invitation (
  id integer not null generated by default as identity,
  person_id integer not null,
  token_hash bytea,
  email text,
  invited_by integer,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone
);
alter table invitation add constraint invitation_pkey PRIMARY KEY (id);
alter table invitation add constraint invitation_token_hash_key UNIQUE (token_hash);
alter table invitation add constraint invitation_check CHECK (((used_at IS NULL) OR (revoked_at IS NULL)));
alter table invitation add constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id);
alter table invitation add constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE INDEX invitation_invited_by_created_at_idx ON public.invitation USING btree (invited_by, created_at);
CREATE INDEX invitation_person_id_idx ON public.invitation USING btree (person_id);
CREATE UNIQUE INDEX invitation_person_id_idx1 ON public.invitation USING btree (person_id) WHERE ((used_at IS NULL) AND (revoked_at IS NULL));
alter table invitation enable row level security;
alter table invitation force row level security;
create policy scope on invitation as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (invited_by = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people() AS scope_people)::integer[])))) with check ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on invitation to kheo_app;
comment on table invitation is 'A link with which a person who has duties but no account opens one, once';
comment on column invitation.token_hash is 'None until the link is made: by the letter that brings it, or at once to be handed over';

create table launch (
  id integer not null generated by default as identity,
  cycle_id integer not null,
  unit_id integer not null,
  title text not null,
  words text not null default ''::text,
  launched_by_name text not null,
  launched_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  taken_back_by_name text,
  taken_back_reason text
);
alter table launch add constraint launch_pkey PRIMARY KEY (id);
alter table launch add constraint launch_check CHECK (((taken_back_at IS NULL) = (taken_back_reason IS NULL)));
alter table launch add constraint launch_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)));
alter table launch add constraint launch_words_check CHECK ((length(words) <= 10000));
alter table launch add constraint launch_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table launch add constraint launch_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX launch_unit_id_idx ON public.launch USING btree (unit_id);
alter table launch enable row level security;
alter table launch force row level security;
create policy scope on launch as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR scope_hears(unit_id))) with check ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_roots() AS scope_roots)::integer[]))));
grant insert, select, update on launch to kheo_app;
comment on table launch is 'A year of a movement sent down by a unit to every unit under it, with its papers';

create table launch_file (
  id integer not null generated by default as identity,
  launch_id integer not null,
  name text not null,
  type text not null,
  bytes bytea not null,
  size integer not null,
  digest bytea not null
);
alter table launch_file add constraint launch_file_pkey PRIMARY KEY (id);
alter table launch_file add constraint launch_file_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 20971520)));
alter table launch_file add constraint launch_file_digest_check CHECK ((length(digest) = 32));
alter table launch_file add constraint launch_file_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)));
alter table launch_file add constraint launch_file_size_check CHECK ((size > 0));
alter table launch_file add constraint launch_file_launch_id_fkey FOREIGN KEY (launch_id) REFERENCES launch(id);
CREATE INDEX launch_file_launch_id_idx ON public.launch_file USING btree (launch_id);
alter table launch_file enable row level security;
alter table launch_file force row level security;
create policy parent on launch_file as permissive for all to public using ((EXISTS ( SELECT
   FROM launch l
  WHERE (l.id = launch_file.launch_id)))) with check ((EXISTS ( SELECT
   FROM launch l
  WHERE ((l.id = launch_file.launch_id) AND (( SELECT scope_is_all() AS scope_is_all) OR (l.unit_id = ANY (( SELECT scope_roots() AS scope_roots)::integer[])))))));
grant insert, select on launch_file to kheo_app;
comment on table launch_file is 'Its papers: plans, guidance letters, forms; pictures are drawn anew, as everywhere';

create table launch_opening (
  launch_id integer not null,
  unit_id integer not null,
  person_id integer not null,
  person_name text not null,
  opened_at timestamp with time zone not null
);
alter table launch_opening add constraint launch_opening_pkey PRIMARY KEY (launch_id, unit_id);
alter table launch_opening add constraint launch_opening_launch_id_fkey FOREIGN KEY (launch_id) REFERENCES launch(id);
alter table launch_opening add constraint launch_opening_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table launch_opening add constraint launch_opening_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX launch_opening_unit_id_idx ON public.launch_opening USING btree (unit_id);
alter table launch_opening enable row level security;
alter table launch_opening force row level security;
create policy scope on launch_opening as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant insert, select on launch_opening to kheo_app;
comment on table launch_opening is 'Which unit has opened it: the first who did, and when';

create table learning (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  code text not null,
  name text not null,
  asker_unit_id integer not null,
  asker_registrant_id integer,
  asker text not null,
  wish text not null,
  asked_by integer not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  state text not null default 'asked'::text,
  mentor text not null default ''::text,
  visit_on date,
  place text not null default ''::text,
  answer text not null default ''::text,
  answered_by_name text,
  answered_at timestamp with time zone
);
alter table learning add constraint learning_pkey PRIMARY KEY (id);
alter table learning add constraint learning_answer_check CHECK ((length(answer) <= 2000));
alter table learning add constraint learning_asker_check CHECK ((asker <> ''::text));
alter table learning add constraint learning_check CHECK (((state <> 'welcomed'::text) OR ((mentor <> ''::text) AND (visit_on IS NOT NULL))));
alter table learning add constraint learning_check1 CHECK (((state <> 'declined'::text) OR (answer <> ''::text)));
alter table learning add constraint learning_mentor_check CHECK ((length(mentor) <= 300));
alter table learning add constraint learning_place_check CHECK ((length(place) <= 300));
alter table learning add constraint learning_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'welcomed'::text, 'declined'::text, 'withdrawn'::text])));
alter table learning add constraint learning_wish_check CHECK (((wish <> ''::text) AND (length(wish) <= 2000)));
alter table learning add constraint learning_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id);
alter table learning add constraint learning_asker_registrant_id_fkey FOREIGN KEY (asker_registrant_id) REFERENCES registrant(id);
alter table learning add constraint learning_asker_unit_id_fkey FOREIGN KEY (asker_unit_id) REFERENCES unit(id);
alter table learning add constraint learning_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
CREATE INDEX learning_asked_by_asked_at_idx ON public.learning USING btree (asked_by, asked_at);
CREATE INDEX learning_asker_unit_id_idx ON public.learning USING btree (asker_unit_id);
CREATE INDEX learning_initiative_id_idx ON public.learning USING btree (initiative_id) WHERE (state = 'asked'::text);
CREATE UNIQUE INDEX learning_open ON public.learning USING btree (initiative_id, asker_unit_id, COALESCE(asker_registrant_id, 0)) WHERE (state = ANY (ARRAY['asked'::text, 'welcomed'::text]));
alter table learning enable row level security;
alter table learning force row level security;
create policy asks on learning as permissive for insert to public with check (((asked_by = ( SELECT scope_person() AS scope_person)) AND (initiative_id = ( SELECT m.id
   FROM model_to_learn(learning.code) m(id, code, name, keeper_unit_id, registrant_id)))));
create policy changes on learning as permissive for update to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND ((asked_by = ( SELECT scope_person() AS scope_person)) OR (asker_registrant_id = ANY (( SELECT scope_registrants() AS scope_registrants)::integer[])) OR (asker_unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = learning.initiative_id)))))));
create policy reads on learning as permissive for select to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND ((asked_by = ( SELECT scope_person() AS scope_person)) OR (asker_registrant_id = ANY (( SELECT scope_registrants() AS scope_registrants)::integer[])) OR (asker_unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = learning.initiative_id)))))));
grant insert, select, update on learning to kheo_app;
comment on table learning is 'That a unit or a registrant asks to learn from a model, and what those who have it answer';
comment on column learning.name is 'The model as it was called to who asked, on that day';
comment on column learning.asker_registrant_id is 'Null: the office of the unit asks';

create table legal_document (
  id integer not null generated by default as identity,
  movement_id integer not null,
  title text not null,
  number text not null,
  issued_on date not null
);
alter table legal_document add constraint legal_document_pkey PRIMARY KEY (id);
alter table legal_document add constraint legal_document_movement_id_number_issued_on_key UNIQUE (movement_id, number, issued_on);
alter table legal_document add constraint legal_document_number_check CHECK (((number <> ''::text) AND (length(number) <= 100)));
alter table legal_document add constraint legal_document_title_check CHECK (((title <> ''::text) AND (length(title) <= 300)));
alter table legal_document add constraint legal_document_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id);
alter table legal_document enable row level security;
alter table legal_document force row level security;
create policy reads on legal_document as permissive for select to public using (true);
create policy writes on legal_document as permissive for all to public using (keeps_movement(movement_id));
grant delete, insert, select, update on legal_document to kheo_app;
comment on table legal_document is 'A paper that rules of a movement stand on: what it is called, its number and day';

create table movement (
  id integer not null generated by default as identity,
  code text not null,
  code_prefix text not null,
  name_vi text not null,
  name_en text not null,
  unit_id integer,
  superior_id integer,
  superior_note text not null default ''::text,
  legal_basis text not null default ''::text
);
alter table movement add constraint movement_pkey PRIMARY KEY (id);
alter table movement add constraint movement_code_key UNIQUE (code);
alter table movement add constraint movement_code_prefix_check CHECK ((code_prefix ~ '^[A-Z0-9]+$'::text));
alter table movement add constraint movement_superior_check CHECK ((superior_id <> id));
alter table movement add constraint movement_superior_id_fkey FOREIGN KEY (superior_id) REFERENCES movement(id);
alter table movement add constraint movement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
alter table movement enable row level security;
alter table movement force row level security;
create policy reads on movement as permissive for select to public using (true);
create policy writes on movement as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant delete, insert, select, update on movement to kheo_app;
comment on column movement.unit_id is 'Whose office keeps the movement; none: the administrators of the place';

create table passkey (
  id text not null,
  person_id integer not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  label text not null,
  synced boolean not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table passkey add constraint passkey_pkey PRIMARY KEY (id);
alter table passkey add constraint passkey_id_check CHECK ((length(id) <= 1400));
alter table passkey add constraint passkey_label_check CHECK ((length(label) <= 100));
alter table passkey add constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
CREATE INDEX passkey_person_id_idx ON public.passkey USING btree (person_id);
alter table passkey enable row level security;
alter table passkey force row level security;
create policy scope on passkey as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person))));
grant delete, insert, select, update on passkey to kheo_app;
comment on table passkey is 'Keys that open an account from a telephone, a computer or a stick, by its finger or number (WebAuthn)';
comment on column passkey.synced is 'Whether its maker keeps copies of it, as the authenticator last said';

create table people_import (
  id integer not null generated by default as identity,
  made_by integer,
  file text not null,
  as_of date not null,
  rows jsonb not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone
);
alter table people_import add constraint people_import_pkey PRIMARY KEY (id);
alter table people_import add constraint people_import_file_check CHECK ((length(file) <= 255));
alter table people_import add constraint people_import_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id);
CREATE INDEX people_import_made_by_id_idx ON public.people_import USING btree (made_by, id);
alter table people_import enable row level security;
alter table people_import force row level security;
create policy scope on people_import as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (made_by = ( SELECT scope_person() AS scope_person))));
grant delete, insert, select, update on people_import to kheo_app;
comment on table people_import is 'A list of people as it was read, and what became of each row; its rows go after a while, the people stay';

create table person (
  id integer not null generated by default as identity,
  full_name text not null,
  email text,
  unit_id integer,
  created_at timestamp with time zone not null default now(),
  phone text
);
alter table person add constraint person_pkey PRIMARY KEY (id);
alter table person add constraint person_phone_check CHECK ((phone ~ '^\+?[0-9]{8,15}$'::text));
alter table person add constraint person_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE UNIQUE INDEX person_lower_idx ON public.person USING btree (lower(email));
CREATE INDEX person_unit_id_idx ON public.person USING btree (unit_id);
alter table person enable row level security;
alter table person force row level security;
create policy scope on person as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (id = ( SELECT scope_person() AS scope_person)) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR (id IN ( SELECT m.person_id
   FROM body_member m)) OR (unit_id = ANY (( SELECT scope_administered() AS scope_administered)::integer[])) OR (id = ANY (( SELECT scope_people() AS scope_people)::integer[]))));
grant delete, insert, select, update on person to kheo_app;

create table phase (
  id integer not null generated by default as identity,
  movement_id integer not null,
  name_vi text not null,
  name_en text not null,
  runs daterange not null,
  legal_basis text not null default ''::text
);
alter table phase add constraint phase_pkey PRIMARY KEY (id);
alter table phase add constraint phase_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id);
alter table phase enable row level security;
alter table phase force row level security;
create policy reads on phase as permissive for select to public using (true);
create policy writes on phase as permissive for all to public using (keeps_movement(movement_id));
grant delete, insert, select, update on phase to kheo_app;

create table placement (
  reorganisation_id integer not null,
  initiative_id integer not null,
  from_unit_id integer not null,
  to_unit_id integer not null,
  placed_by_name text not null,
  placed_at timestamp with time zone not null
);
alter table placement add constraint placement_pkey PRIMARY KEY (reorganisation_id, initiative_id);
alter table placement add constraint placement_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id);
alter table placement add constraint placement_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table placement add constraint placement_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
alter table placement add constraint placement_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id);
CREATE INDEX placement_initiative_id_idx ON public.placement USING btree (initiative_id);
CREATE INDEX placement_to_unit_id_idx ON public.placement USING btree (to_unit_id);
alter table placement enable row level security;
alter table placement force row level security;
create policy parent on placement as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = placement.initiative_id)))));
grant delete, insert, select, update on placement to kheo_app;
comment on table placement is 'Which successor of a divided unit keeps a model, as a person has chosen; gone when the act is taken back';

create table programme (
  id integer not null generated by default as identity,
  movement_id integer not null,
  code text not null,
  name_vi text not null,
  name_en text not null,
  "position" integer not null,
  closed_on date
);
alter table programme add constraint programme_pkey PRIMARY KEY (id);
alter table programme add constraint programme_movement_id_code_key UNIQUE (movement_id, code);
alter table programme add constraint programme_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id);
alter table programme enable row level security;
alter table programme force row level security;
create policy reads on programme as permissive for select to public using (true);
create policy writes on programme as permissive for all to public using (keeps_movement(movement_id));
grant delete, insert, select, update on programme to kheo_app;
comment on table programme is 'Linked programmes: Directive 05, new-style countryside …';

create table published_figure (
  id integer not null generated by default as identity,
  cycle_id integer not null,
  level text not null,
  as_of timestamp with time zone not null,
  registered integer not null,
  recognised integer not null,
  previous_registered integer,
  previous_recognised integer,
  definition_vi text not null,
  definition_en text not null,
  published_at timestamp with time zone not null
);
alter table published_figure add constraint published_figure_pkey PRIMARY KEY (id);
alter table published_figure add constraint published_figure_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table published_figure enable row level security;
alter table published_figure force row level security;
create policy reads on published_figure as permissive for select to public using (true);
create policy writes on published_figure as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER public_change AFTER INSERT ON public.published_figure FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant insert, select on published_figure to kheo_app;
comment on table published_figure is 'Figures frozen when they were made public, with their definition and moment';

create table recovery_code (
  person_id integer not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);
alter table recovery_code add constraint recovery_code_pkey PRIMARY KEY (person_id, code_hash);
alter table recovery_code add constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy scope on recovery_code as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on recovery_code to kheo_app;

create table registrant (
  id integer not null generated by default as identity,
  subject text not null,
  name text not null,
  plain_name text not null,
  unit_id integer not null,
  sector_id integer,
  person_id integer
);
alter table registrant add constraint registrant_pkey PRIMARY KEY (id);
alter table registrant add constraint registrant_unit_id_plain_name_subject_key UNIQUE (unit_id, plain_name, subject);
alter table registrant add constraint registrant_name_check CHECK (((name <> ''::text) AND (length(name) <= 300)));
alter table registrant add constraint registrant_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text])));
alter table registrant add constraint registrant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table registrant add constraint registrant_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sector(id);
alter table registrant add constraint registrant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX registrant_person_id_idx ON public.registrant USING btree (person_id);
CREATE INDEX registrant_without_sector ON public.registrant USING btree (unit_id, id) WHERE (sector_id IS NULL);
alter table registrant enable row level security;
alter table registrant force row level security;
create policy scope on registrant as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR (( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])) OR (id = ANY (( SELECT scope_registrants() AS scope_registrants)::integer[])) OR (unit_id = ANY (( SELECT scope_kept() AS scope_kept)::integer[])) OR (( SELECT scope_has_sectors() AS scope_has_sectors) AND ((sector_at(sector_id, unit_id) IN ( SELECT unnest(scope_sector_units()) AS unnest)) OR (sector_at(sector_id, unit_id) = ANY (( SELECT scope_sector_kept() AS scope_sector_kept)::bigint[])))) OR (unit_id = ANY (( SELECT scope_administered() AS scope_administered)::integer[])))));
grant delete, insert, select, update on registrant to kheo_app;
comment on table registrant is 'Who registers: a hamlet''s cell, a school, a union branch, a person';

create table registration (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  version_id integer not null,
  cycle_id integer not null,
  level text not null,
  unit_id integer not null,
  keeper_unit_id integer not null,
  place_unit_id integer,
  registrant_id integer not null,
  sector_id integer,
  field_id integer not null,
  subject text not null,
  state text not null,
  submitted_on date,
  carried_out_on date,
  recognised_by integer,
  outstanding_by integer,
  commended_by integer,
  put_forward_from integer,
  register_key text not null,
  plain_text text not null,
  name text not null,
  published_at timestamp with time zone,
  import_row_id bigint,
  version integer not null default 1,
  state_since timestamp with time zone not null,
  late_days integer not null default 0,
  late_reason text not null default ''::text,
  paper_on date,
  paper_signed_by text not null default ''::text
);
alter table registration add constraint registration_pkey PRIMARY KEY (id);
alter table registration add constraint registration_check CHECK (((carried_out_on IS NULL) OR (submitted_on IS NOT NULL)));
alter table registration add constraint registration_check1 CHECK (((recognised_by IS NULL) OR (carried_out_on IS NOT NULL)));
alter table registration add constraint registration_check2 CHECK (((outstanding_by IS NULL) OR (recognised_by IS NOT NULL)));
alter table registration add constraint registration_check3 CHECK (((commended_by IS NULL) OR (recognised_by IS NOT NULL)));
alter table registration add constraint registration_check4 CHECK ((((state = 'recognised'::text) = (recognised_by IS NOT NULL)) OR (state = 'annulled'::text)));
alter table registration add constraint registration_late_days_check CHECK ((late_days >= 0));
alter table registration add constraint registration_paper CHECK (((paper_on IS NULL) = (paper_signed_by = ''::text)));
alter table registration add constraint registration_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'returned'::text, 'recalled'::text, 'accepted'::text, 'self_assessed'::text, 'proposed'::text, 'deferred'::text, 'recognised'::text, 'not_recognised'::text, 'carried_over'::text, 'withdrawn'::text, 'annulled'::text])));
alter table registration add constraint registration_subject_check CHECK ((subject = ANY (ARRAY['collective'::text, 'individual'::text])));
alter table registration add constraint registration_commended_by_fkey FOREIGN KEY (commended_by) REFERENCES decision(id);
alter table registration add constraint registration_cycle_id_level_fkey FOREIGN KEY (cycle_id, level) REFERENCES cycle_level(cycle_id, level);
alter table registration add constraint registration_field_id_fkey FOREIGN KEY (field_id) REFERENCES field(id);
alter table registration add constraint registration_import_row_id_fkey FOREIGN KEY (import_row_id) REFERENCES import_row(id) DEFERRABLE INITIALLY DEFERRED;
alter table registration add constraint registration_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table registration add constraint registration_keeper_unit_id_fkey FOREIGN KEY (keeper_unit_id) REFERENCES unit(id);
alter table registration add constraint registration_outstanding_by_fkey FOREIGN KEY (outstanding_by) REFERENCES decision(id);
alter table registration add constraint registration_place_unit_id_fkey FOREIGN KEY (place_unit_id) REFERENCES unit(id);
alter table registration add constraint registration_put_forward_from_fkey FOREIGN KEY (put_forward_from) REFERENCES registration(id);
alter table registration add constraint registration_recognised_by_fkey FOREIGN KEY (recognised_by) REFERENCES decision(id);
alter table registration add constraint registration_registrant_id_fkey FOREIGN KEY (registrant_id) REFERENCES registrant(id);
alter table registration add constraint registration_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sector(id);
alter table registration add constraint registration_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
alter table registration add constraint registration_version_id_fkey FOREIGN KEY (version_id) REFERENCES initiative_version(id);
CREATE INDEX registration_by_name ON public.registration USING btree (cycle_id, name COLLATE "vi-x-icu", id);
CREATE INDEX registration_cycle_id_id_idx ON public.registration USING btree (cycle_id, id);
CREATE INDEX registration_cycle_id_level_unit_id_register_key_idx ON public.registration USING btree (cycle_id, level, unit_id, register_key) WHERE (state <> 'annulled'::text);
CREATE INDEX registration_import_row_id_idx ON public.registration USING btree (import_row_id) WHERE (import_row_id IS NOT NULL);
CREATE UNIQUE INDEX registration_initiative_id_cycle_id_level_idx ON public.registration USING btree (initiative_id, cycle_id, level) WHERE (state <> 'annulled'::text);
CREATE INDEX registration_initiative_id_idx ON public.registration USING btree (initiative_id);
CREATE INDEX registration_keeper_unit_id_id_idx ON public.registration USING btree (keeper_unit_id, id);
CREATE INDEX registration_open ON public.registration USING btree (state, level, keeper_unit_id) WHERE (state = ANY (ARRAY['submitted'::text, 'self_assessed'::text, 'proposed'::text]));
CREATE INDEX registration_place_unit_id_idx ON public.registration USING btree (place_unit_id) WHERE (place_unit_id IS NOT NULL);
CREATE INDEX registration_plain_text ON public.registration USING gin (plain_text gin_trgm_ops);
CREATE INDEX registration_published_at_id_idx ON public.registration USING btree (published_at DESC, id DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX registration_put_forward_from_idx ON public.registration USING btree (put_forward_from) WHERE (put_forward_from IS NOT NULL);
CREATE INDEX registration_recognised_by_idx ON public.registration USING btree (recognised_by) WHERE (recognised_by IS NOT NULL);
CREATE INDEX registration_registrant_id_id_idx ON public.registration USING btree (registrant_id, id);
CREATE INDEX registration_state_keeper_unit_id_idx ON public.registration USING btree (state, keeper_unit_id) WHERE (state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'self_assessed'::text, 'proposed'::text, 'returned'::text, 'recalled'::text, 'deferred'::text]));
CREATE INDEX registration_unit_id_idx ON public.registration USING btree (unit_id);
alter table registration enable row level security;
alter table registration force row level security;
create policy scope on registration as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR (( SELECT scope_is_all() AS scope_is_all) OR (keeper_unit_id IN ( SELECT unnest(scope_units()) AS unnest)) OR (registrant_id = ANY (( SELECT scope_registrants() AS scope_registrants)::integer[])) OR ((published_at IS NOT NULL) AND ( SELECT scope_is_public() AS scope_is_public)) OR ((keeper_unit_id = ANY (( SELECT scope_kept() AS scope_kept)::integer[])) AND ((state = ANY (ARRAY['submitted'::text, 'returned'::text, 'recalled'::text, 'accepted'::text, 'self_assessed'::text, 'proposed'::text, 'deferred'::text])) OR ( SELECT is_writing() AS is_writing))) OR (( SELECT scope_has_sectors() AS scope_has_sectors) AND ((sector_at(sector_id, keeper_unit_id) IN ( SELECT unnest(scope_sector_units()) AS unnest)) OR ((sector_at(sector_id, keeper_unit_id) = ANY (( SELECT scope_sector_kept() AS scope_sector_kept)::bigint[])) AND ((state = ANY (ARRAY['submitted'::text, 'returned'::text, 'recalled'::text, 'accepted'::text, 'self_assessed'::text, 'proposed'::text, 'deferred'::text])) OR ( SELECT is_writing() AS is_writing))))))));
CREATE TRIGGER count_inserted AFTER INSERT ON public.registration REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_inserted();
CREATE TRIGGER count_updated AFTER UPDATE ON public.registration REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_updated();
CREATE TRIGGER public_change AFTER UPDATE OF published_at ON public.registration FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant insert, select, update on registration to kheo_app;
comment on table registration is 'One model entered for one cycle at one level (đăng ký), with its five dated facts';
comment on column registration.put_forward_from is 'Of a model that a unit put forward: what it had recognised at the level below';
comment on column registration.late_reason is 'Why it was sent after the due day, as its sender said; of a list, empty';
comment on column registration.paper_on is 'The day on which the office received the paper form that it typed in; lateness counts from it';

create table registration_count_cell (
  cycle_id integer not null,
  level text not null,
  unit_id integer not null,
  keeper_unit_id integer not null,
  sector_id integer,
  field_id integer not null,
  subject text not null,
  registered integer not null,
  carried_out integer not null,
  recognised integer not null,
  outstanding integer not null,
  commended integer not null
);
alter table registration_count_cell add constraint registration_count_cell_cycle_id_level_keeper_unit_id_unit__key UNIQUE NULLS NOT DISTINCT (cycle_id, level, keeper_unit_id, unit_id, sector_id, field_id, subject);
alter table registration_count_cell add constraint registration_count_cell_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table registration_count_cell add constraint registration_count_cell_field_id_fkey FOREIGN KEY (field_id) REFERENCES field(id);
alter table registration_count_cell add constraint registration_count_cell_keeper_unit_id_fkey FOREIGN KEY (keeper_unit_id) REFERENCES unit(id);
alter table registration_count_cell add constraint registration_count_cell_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
alter table registration_count_cell enable row level security;
alter table registration_count_cell force row level security;
create policy scope on registration_count_cell as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR (( SELECT scope_is_all() AS scope_is_all) OR (keeper_unit_id IN ( SELECT unnest(scope_units()) AS unnest)) OR (sector_at(sector_id, keeper_unit_id) IN ( SELECT unnest(scope_sector_units()) AS unnest)))));
CREATE TRIGGER cells_deleted AFTER DELETE ON public.registration_count_cell REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_cells();
CREATE TRIGGER cells_inserted AFTER INSERT ON public.registration_count_cell REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_cells();
CREATE TRIGGER cells_updated AFTER UPDATE ON public.registration_count_cell REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION sum_cells();
grant select on registration_count_cell to kheo_app;
comment on table registration_count_cell is 'Leaf cells only, never an ancestor''s total; level any = distinct initiatives';

create table registration_count_delta (
  id bigint not null generated always as identity,
  cycle_id integer not null,
  level text not null,
  unit_id integer not null,
  keeper_unit_id integer not null,
  sector_id integer,
  field_id integer not null,
  subject text not null,
  registered integer not null,
  carried_out integer not null,
  recognised integer not null,
  outstanding integer not null,
  commended integer not null
);
alter table registration_count_delta add constraint registration_count_delta_pkey PRIMARY KEY (id);
CREATE INDEX registration_count_delta_cycle_id_idx ON public.registration_count_delta USING btree (cycle_id);
alter table registration_count_delta enable row level security;
alter table registration_count_delta force row level security;
create policy scope on registration_count_delta as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR (( SELECT scope_is_all() AS scope_is_all) OR (keeper_unit_id IN ( SELECT unnest(scope_units()) AS unnest)) OR (sector_at(sector_id, keeper_unit_id) IN ( SELECT unnest(scope_sector_units()) AS unnest)))));
grant select on registration_count_delta to kheo_app;
comment on table registration_count_delta is 'What statements added since the last fold: inserting never waits, updating cells would deadlock';

create table registration_count_sum (
  cycle_id integer not null,
  level text not null,
  keeper_unit_id integer not null,
  unit_id integer not null,
  field_id integer not null,
  registered integer not null,
  carried_out integer not null,
  recognised integer not null,
  outstanding integer not null,
  commended integer not null
);
alter table registration_count_sum add constraint registration_count_sum_pkey PRIMARY KEY (cycle_id, level, keeper_unit_id, unit_id, field_id);
alter table registration_count_sum add constraint registration_count_sum_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table registration_count_sum add constraint registration_count_sum_field_id_fkey FOREIGN KEY (field_id) REFERENCES field(id);
alter table registration_count_sum add constraint registration_count_sum_keeper_unit_id_fkey FOREIGN KEY (keeper_unit_id) REFERENCES unit(id);
alter table registration_count_sum add constraint registration_count_sum_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
alter table registration_count_sum enable row level security;
alter table registration_count_sum force row level security;
create policy scope on registration_count_sum as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR (( SELECT scope_is_all() AS scope_is_all) OR (keeper_unit_id IN ( SELECT unnest(scope_units()) AS unnest)))));
grant select on registration_count_sum to kheo_app;
comment on table registration_count_sum is 'Leaf cells summed over sector and subject, never an ancestor''s total';

create table registration_event (
  id bigint not null generated always as identity,
  registration_id integer not null,
  act text not null,
  state text not null,
  reason text not null default ''::text,
  actor_id integer,
  actor_name text not null,
  at timestamp with time zone not null,
  details jsonb not null default '{}'::jsonb,
  version_id integer
);
alter table registration_event add constraint registration_event_pkey PRIMARY KEY (id);
alter table registration_event add constraint registration_event_details_check CHECK ((jsonb_typeof(details) = 'object'::text));
alter table registration_event add constraint registration_event_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
alter table registration_event add constraint registration_event_version_id_fkey FOREIGN KEY (version_id) REFERENCES initiative_version(id);
CREATE INDEX registration_event_feedback ON public.registration_event USING btree (registration_id, id) WHERE (act = 'feedback'::text);
CREATE INDEX registration_event_registration_id_id_idx ON public.registration_event USING btree (registration_id, id);
alter table registration_event enable row level security;
alter table registration_event force row level security;
create policy no_conflict on registration_event as restrictive for insert to public with check (((act <> 'feedback'::text) OR (( SELECT scope_person() AS scope_person) IS NULL) OR (team_of(registration_id) IS NULL) OR (conflict_of(( SELECT scope_person() AS scope_person), registration_id) IS NULL)));
create policy parent on registration_event as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM registration r
  WHERE (r.id = registration_event.registration_id))))));
CREATE TRIGGER registration_event_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.registration_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on registration_event to kheo_app;
comment on table registration_event is 'Each transition and fact, who and when and why; grows only, and time lines read it';
comment on column registration_event.details is 'What an act says beside its reason: of a return {parts: {part: reason}}, of a deferral {until: day or null}, of feedback {feedback: text}';
comment on column registration_event.version_id is 'The form that was returned';

create table reminder (
  id integer not null generated by default as identity,
  unit_id integer not null,
  cycle_id integer not null,
  level text not null,
  day date not null,
  note text not null default ''::text,
  reminded_by integer,
  reminded_by_name text not null,
  at timestamp with time zone not null
);
alter table reminder add constraint reminder_pkey PRIMARY KEY (id);
alter table reminder add constraint reminder_unit_id_day_key UNIQUE (unit_id, day);
alter table reminder add constraint reminder_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])));
alter table reminder add constraint reminder_note_check CHECK ((length(note) <= 500));
alter table reminder add constraint reminder_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table reminder add constraint reminder_reminded_by_fkey FOREIGN KEY (reminded_by) REFERENCES person(id);
alter table reminder add constraint reminder_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
alter table reminder enable row level security;
alter table reminder force row level security;
create policy scope on reminder as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant insert, select on reminder to kheo_app;
comment on table reminder is 'An office has reminded a unit of what it still owes in a year at a level; once a day at most';

create table reorganisation (
  id integer not null generated by default as identity,
  resolution text not null,
  issued_on date,
  effective_on date not null,
  plan jsonb not null,
  counts jsonb not null,
  state text not null,
  applied_by integer,
  applied_by_name text not null,
  applied_at timestamp with time zone not null,
  undone_by_name text,
  undone_at timestamp with time zone
);
alter table reorganisation add constraint reorganisation_pkey PRIMARY KEY (id);
alter table reorganisation add constraint reorganisation_resolution_check CHECK ((resolution <> ''::text));
alter table reorganisation add constraint reorganisation_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'undone'::text])));
alter table reorganisation add constraint reorganisation_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES person(id);
alter table reorganisation enable row level security;
alter table reorganisation force row level security;
create policy reads on reorganisation as permissive for select to public using (true);
create policy writes on reorganisation as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant insert, select, update on reorganisation to kheo_app;
comment on table reorganisation is 'One act that changes units on one day, as its resolution says; taken back, it is undone and stays on record';

create table reorganisation_draft (
  id integer not null generated by default as identity,
  owner_id integer not null,
  resolution text not null,
  issued_on date,
  effective_on date not null,
  source jsonb not null,
  plan jsonb not null,
  found jsonb not null,
  created_at timestamp with time zone not null
);
alter table reorganisation_draft add constraint reorganisation_draft_pkey PRIMARY KEY (id);
alter table reorganisation_draft add constraint reorganisation_draft_resolution_check CHECK ((resolution <> ''::text));
alter table reorganisation_draft add constraint reorganisation_draft_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id);
alter table reorganisation_draft enable row level security;
alter table reorganisation_draft force row level security;
create policy wide on reorganisation_draft as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select on reorganisation_draft to kheo_app;
comment on table reorganisation_draft is 'An act on units that was previewed: what was written, the plan it makes, and what the preview found';

create table result (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  cycle_id integer not null,
  kind text not null,
  name text not null,
  unit text not null default ''::text,
  before_value numeric(15,2),
  after_value numeric(15,2) not null,
  evidence text not null default ''::text,
  state text not null,
  claimed_by integer,
  claimed_by_name text not null,
  claimed_at timestamp with time zone not null,
  settled_by_name text,
  settled_at timestamp with time zone,
  note text not null default ''::text
);
alter table result add constraint result_pkey PRIMARY KEY (id);
alter table result add constraint result_after_value_check CHECK ((after_value >= (0)::numeric));
alter table result add constraint result_before_value_check CHECK ((before_value >= (0)::numeric));
alter table result add constraint result_check CHECK (((kind = 'custom'::text) = (unit <> ''::text)));
alter table result add constraint result_check1 CHECK (((state = 'claimed'::text) = (settled_at IS NULL)));
alter table result add constraint result_kind_check CHECK ((kind = ANY (ARRAY['money'::text, 'households'::text, 'people'::text, 'km'::text, 'm2'::text, 'labour_days'::text, 'custom'::text])));
alter table result add constraint result_name_check CHECK ((name <> ''::text));
alter table result add constraint result_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'verified'::text, 'taken_back'::text])));
alter table result add constraint result_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table result add constraint result_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
CREATE INDEX result_claimed ON public.result USING btree (initiative_id) WHERE (state = 'claimed'::text);
CREATE INDEX result_cycle_id_id_idx ON public.result USING btree (cycle_id, id);
CREATE INDEX result_initiative_id_id_idx ON public.result USING btree (initiative_id, id);
alter table result enable row level security;
alter table result force row level security;
create policy parent on result as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = result.initiative_id))))));
grant insert, select, update on result to kheo_app;
comment on table result is 'What a model has brought about in a cycle: before and after in a unit, claimed or verified; never deleted';

create table review (
  id integer not null generated by default as identity,
  registration_id integer not null,
  person_id integer not null,
  person_name text not null,
  how text not null,
  state text not null default 'waiting'::text,
  at timestamp with time zone not null
);
alter table review add constraint review_pkey PRIMARY KEY (id);
alter table review add constraint review_registration_id_person_id_key UNIQUE (registration_id, person_id);
alter table review add constraint review_how_check CHECK ((how = ANY (ARRAY['chosen'::text, 'by_field'::text, 'balanced'::text, 'blind'::text])));
alter table review add constraint review_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'given'::text, 'recused'::text])));
alter table review add constraint review_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table review add constraint review_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
CREATE INDEX review_person_id_state_idx ON public.review USING btree (person_id, state);
alter table review enable row level security;
alter table review force row level security;
create policy blind on review as restrictive for insert to public with check (((how <> 'blind'::text) OR (NOT reads_by_duty(person_id, registration_id, ((at AT TIME ZONE 'Asia/Ho_Chi_Minh'::text))::date))));
create policy changes on review as permissive for update to public using (((person_id = ( SELECT scope_person() AS scope_person)) OR office_reads(registration_id)));
create policy no_conflict on review as restrictive for insert to public with check ((conflict_of(person_id, registration_id) IS NULL));
create policy no_conflict_given on review as restrictive for update to public using (true) with check (((state <> 'given'::text) OR (conflict_of(person_id, registration_id) IS NULL)));
create policy reads on review as permissive for select to public using (((person_id = ( SELECT scope_person() AS scope_person)) OR office_reads(registration_id)));
create policy writes on review as permissive for insert to public with check (office_reads(registration_id));
grant insert, select, update on review to kheo_app;
comment on table review is 'Who is to read and score which model, and whether they have; a recused one is in no denominator';

create table review_rule (
  cycle_id integer not null,
  level text not null,
  aggregate text not null,
  wanted integer not null,
  cap integer,
  spread integer not null,
  document_id integer,
  clause text not null default ''::text
);
alter table review_rule add constraint review_rule_pkey PRIMARY KEY (cycle_id, level);
alter table review_rule add constraint review_rule_aggregate_check CHECK ((aggregate = ANY (ARRAY['mean'::text, 'median'::text, 'trimmed'::text])));
alter table review_rule add constraint review_rule_cap_check CHECK (((cap >= 1) AND (cap <= 10000)));
alter table review_rule add constraint review_rule_spread_check CHECK (((spread >= 1) AND (spread <= 100)));
alter table review_rule add constraint review_rule_wanted_check CHECK (((wanted >= 1) AND (wanted <= 20)));
alter table review_rule add constraint review_rule_cycle_id_level_fkey FOREIGN KEY (cycle_id, level) REFERENCES cycle_level(cycle_id, level);
alter table review_rule add constraint review_rule_document_id_fkey FOREIGN KEY (document_id) REFERENCES legal_document(id);
alter table review_rule enable row level security;
alter table review_rule force row level security;
create policy reads on review_rule as permissive for select to public using (true);
create policy writes on review_rule as permissive for all to public using (keeps_cycle(cycle_id));
grant delete, insert, select, update on review_rule to kheo_app;
comment on table review_rule is 'At this level of this year teams score models: how many read each, how their totals become one, from where on they are far apart';
comment on column review_rule.spread is 'Points of a hundred between the highest and the lowest total from which a model is flagged';

create table review_score (
  review_id integer not null,
  registration_id integer not null,
  person_id integer not null,
  asked integer[] not null,
  points integer[] not null,
  total integer not null,
  note text not null default ''::text,
  at timestamp with time zone not null,
  advice text not null default ''::text
);
alter table review_score add constraint review_score_pkey PRIMARY KEY (review_id);
alter table review_score add constraint review_score_advice_check CHECK ((length(advice) <= 2000));
alter table review_score add constraint review_score_check CHECK ((cardinality(asked) = cardinality(points)));
alter table review_score add constraint review_score_note_check CHECK ((length(note) <= 2000));
alter table review_score add constraint review_score_total_check CHECK (((total >= 0) AND (total <= 10000)));
alter table review_score add constraint review_score_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table review_score add constraint review_score_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
alter table review_score add constraint review_score_review_id_fkey FOREIGN KEY (review_id) REFERENCES review(id);
CREATE INDEX review_score_registration_id_idx ON public.review_score USING btree (registration_id);
alter table review_score enable row level security;
alter table review_score force row level security;
create policy grows on review_score as permissive for insert to public with check ((person_id = ( SELECT scope_person() AS scope_person)));
create policy no_conflict on review_score as restrictive for insert to public with check ((conflict_of(person_id, registration_id) IS NULL));
create policy reads on review_score as permissive for select to public using (((person_id = ( SELECT scope_person() AS scope_person)) OR (office_reads(registration_id) AND scores_open(registration_id))));
CREATE TRIGGER review_score_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.review_score FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on review_score to kheo_app;
comment on table review_score is 'One person''s points for what was asked, and their total in hundredths of 100; never changed afterwards';
comment on column review_score.note is 'For the council';
comment on column review_score.advice is 'Words meant for whoever registered the model; they read one text made of them, never this';

create table saved_view (
  id integer not null generated by default as identity,
  person_id integer not null,
  unit_id integer,
  name text not null,
  address text not null,
  is_default boolean not null default false,
  saved_at timestamp with time zone not null
);
alter table saved_view add constraint saved_view_pkey PRIMARY KEY (id);
alter table saved_view add constraint saved_view_person_id_name_key UNIQUE (person_id, name);
alter table saved_view add constraint saved_view_name_check CHECK ((name <> ''::text));
alter table saved_view add constraint saved_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table saved_view add constraint saved_view_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE UNIQUE INDEX saved_view_person_id_idx ON public.saved_view USING btree (person_id) WHERE is_default;
CREATE INDEX saved_view_unit_id_idx ON public.saved_view USING btree (unit_id) WHERE (unit_id IS NOT NULL);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy own on saved_view as permissive for all to public using (((person_id = ( SELECT scope_person() AS scope_person)) OR (( SELECT scope_is_all() AS scope_is_all) AND (( SELECT scope_person() AS scope_person) IS NULL))));
create policy shared on saved_view as permissive for select to public using (((unit_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM appointment a
  WHERE ((a.person_id = ( SELECT scope_person() AS scope_person)) AND (a.unit_id = saved_view.unit_id) AND (a.valid @> CURRENT_DATE))))));
grant delete, insert, select, update on saved_view to kheo_app;
comment on table saved_view is 'How a person looks at the list: filters, order and columns as its address has them';
comment on column saved_view.unit_id is 'Within which unit it is shared; null: its owner''s alone';

create table schema_migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now()
);
alter table schema_migration add constraint schema_migration_pkey PRIMARY KEY (name);

create table second_factor (
  person_id integer not null,
  secret bytea not null,
  used_step integer not null default 0,
  created_at timestamp with time zone not null,
  confirmed_at timestamp with time zone
);
alter table second_factor add constraint second_factor_pkey PRIMARY KEY (person_id);
alter table second_factor add constraint second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy scope on second_factor as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on second_factor to kheo_app;
comment on table second_factor is 'The secret that a person''s telephone makes codes of (TOTP); asked at sign-in once it is confirmed';
comment on column second_factor.used_step is 'The half minute of the last code taken: no code opens twice';

create table sector (
  id integer not null generated by default as identity,
  code text not null,
  name_vi text not null,
  name_en text not null,
  "position" integer not null
);
alter table sector add constraint sector_pkey PRIMARY KEY (id);
alter table sector add constraint sector_code_key UNIQUE (code);
alter table sector enable row level security;
alter table sector force row level security;
create policy reads on sector as permissive for select to public using (true);
create policy writes on sector as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on sector to kheo_app;
comment on table sector is 'The second line: Party bodies, government, Front, unions, forces, schools …';

create table session (
  token_hash bytea not null,
  person_id integer not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  user_agent text not null default ''::text,
  address text not null default ''::text,
  confirmed_at timestamp with time zone
);
alter table session add constraint session_pkey PRIMARY KEY (token_hash);
alter table session add constraint session_address_check CHECK ((length(address) <= 60));
alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
CREATE INDEX session_expires_at_idx ON public.session USING btree (expires_at);
CREATE INDEX session_person_id_idx ON public.session USING btree (person_id);
alter table session enable row level security;
alter table session force row level security;
create policy scope on session as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on session to kheo_app;
comment on column session.confirmed_at is 'When the person last proved who they are; acts that matter ask again after a quarter of an hour';

create table setup_code (
  code_hash bytea not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table setup_code add constraint setup_code_pkey PRIMARY KEY (code_hash);
alter table setup_code enable row level security;
alter table setup_code force row level security;
create policy scope on setup_code as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on setup_code to kheo_app;
comment on table setup_code is 'The one-time code with which the first visitor creates the administrator';

create table sign_in_failure (
  way text not null,
  what text not null,
  failed_count integer not null,
  last_at timestamp with time zone not null,
  closed_until timestamp with time zone
);
alter table sign_in_failure add constraint sign_in_failure_pkey PRIMARY KEY (way, what);
alter table sign_in_failure add constraint sign_in_failure_way_check CHECK ((way = ANY (ARRAY['device'::text, 'pair'::text, 'name'::text, 'address'::text, 'confirm'::text, 'mail'::text, 'begin'::text, 'request'::text])));
alter table sign_in_failure add constraint sign_in_failure_what_check CHECK ((length(what) <= 200));
CREATE INDEX sign_in_failure_last_at_idx ON public.sign_in_failure USING btree (last_at);
alter table sign_in_failure enable row level security;
alter table sign_in_failure force row level security;
create policy scope on sign_in_failure as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on sign_in_failure to kheo_app;
comment on table sign_in_failure is 'Wrong tries by known device, by typed name and address together, by name, by address; kept a day at most';

create table similarity_answer (
  id integer not null generated by default as identity,
  initiative_id integer not null,
  other_code text not null,
  answer text not null,
  reason text not null default ''::text,
  answered_by integer,
  answered_by_name text not null,
  answered_at timestamp with time zone not null
);
alter table similarity_answer add constraint similarity_answer_pkey PRIMARY KEY (id);
alter table similarity_answer add constraint similarity_answer_answer_check CHECK ((answer = ANY (ARRAY['continues'::text, 'different'::text])));
alter table similarity_answer add constraint similarity_answer_check CHECK (((answer = 'continues'::text) OR (reason <> ''::text)));
alter table similarity_answer add constraint similarity_answer_other_code_check CHECK (((other_code <> ''::text) AND (length(other_code) <= 40)));
alter table similarity_answer add constraint similarity_answer_reason_check CHECK ((length(reason) <= 2000));
alter table similarity_answer add constraint similarity_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id);
alter table similarity_answer add constraint similarity_answer_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
CREATE INDEX similarity_answer_initiative_id_idx ON public.similarity_answer USING btree (initiative_id);
alter table similarity_answer enable row level security;
alter table similarity_answer force row level security;
create policy parent on similarity_answer as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = similarity_answer.initiative_id))))));
grant insert, select on similarity_answer to kheo_app;
comment on table similarity_answer is 'What was said of a near-duplicate when a model was sent: it continues that one, or is different because of a reason';
comment on column similarity_answer.other_code is 'The number of the other model, which the reader of this row need not be allowed to see';

create table single_sign_on (
  issuer text not null,
  subject text not null,
  person_id integer not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table single_sign_on add constraint single_sign_on_pkey PRIMARY KEY (issuer, subject);
alter table single_sign_on add constraint single_sign_on_person_id_issuer_key UNIQUE (person_id, issuer);
alter table single_sign_on add constraint single_sign_on_subject_check CHECK ((length(subject) <= 300));
alter table single_sign_on add constraint single_sign_on_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
alter table single_sign_on enable row level security;
alter table single_sign_on force row level security;
create policy scope on single_sign_on as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person))));
grant delete, insert, select, update on single_sign_on to kheo_app;
comment on table single_sign_on is 'Who an account is at a provider elsewhere: linked once by its owner, never guessed from an address';

create table staged_verdict (
  registration_id integer not null,
  team_id integer not null,
  verdict text not null,
  reason text not null default ''::text,
  total integer,
  counted integer not null,
  staged_by_name text not null,
  at timestamp with time zone not null,
  applied_at timestamp with time zone,
  feedback text not null default ''::text,
  revision integer not null default 1
);
alter table staged_verdict add constraint staged_verdict_pkey PRIMARY KEY (registration_id);
alter table staged_verdict add constraint staged_verdict_check CHECK (((verdict = 'proposed'::text) OR (reason <> ''::text)));
alter table staged_verdict add constraint staged_verdict_counted_check CHECK ((counted >= 0));
alter table staged_verdict add constraint staged_verdict_feedback_check CHECK ((length(feedback) <= 4000));
alter table staged_verdict add constraint staged_verdict_reason_check CHECK ((length(reason) <= 2000));
alter table staged_verdict add constraint staged_verdict_total_check CHECK (((total >= 0) AND (total <= 10000)));
alter table staged_verdict add constraint staged_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['proposed'::text, 'not_recognised'::text])));
alter table staged_verdict add constraint staged_verdict_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
alter table staged_verdict add constraint staged_verdict_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id);
CREATE INDEX staged_verdict_team_id_idx ON public.staged_verdict USING btree (team_id);
alter table staged_verdict enable row level security;
alter table staged_verdict force row level security;
create policy no_conflict on staged_verdict as restrictive for insert to public with check (((( SELECT scope_person() AS scope_person) IS NULL) OR (conflict_of(( SELECT scope_person() AS scope_person), registration_id) IS NULL)));
create policy no_conflict_changed on staged_verdict as restrictive for update to public using (true) with check (((applied_at IS NOT NULL) OR (( SELECT scope_person() AS scope_person) IS NULL) OR (conflict_of(( SELECT scope_person() AS scope_person), registration_id) IS NULL)));
create policy scope on staged_verdict as permissive for all to public using (office_reads(registration_id));
grant delete, insert, select, update on staged_verdict to kheo_app;
comment on table staged_verdict is 'A verdict as it is prepared from the scores; nothing until it is applied, together with the others of its unit';
comment on column staged_verdict.total is 'The one figure of the readers'' totals when it was staged, in hundredths of 100; counted: of how many';
comment on column staged_verdict.feedback is 'What is sent to the registrant together with the verdict, once it is applied; empty: nothing';
comment on column staged_verdict.revision is 'Counts each change, so that what is applied is what the preview showed';

create table team (
  id integer not null generated by default as identity,
  cycle_id integer not null,
  level text not null,
  unit_id integer not null,
  name text not null,
  fields integer[] not null default '{}'::integer[]
);
alter table team add constraint team_pkey PRIMARY KEY (id);
alter table team add constraint team_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)));
alter table team add constraint team_cycle_id_level_fkey FOREIGN KEY (cycle_id, level) REFERENCES review_rule(cycle_id, level);
alter table team add constraint team_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX team_cycle_id_level_unit_id_idx ON public.team USING btree (cycle_id, level, unit_id);
alter table team enable row level security;
alter table team force row level security;
create policy scope on team as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant delete, insert, select, update on team to kheo_app;
comment on table team is 'An appraisal team of a unit for some fields of a year, or for all where none is named';

create table team_member (
  team_id integer not null,
  person_id integer not null,
  person_name text not null
);
alter table team_member add constraint team_member_pkey PRIMARY KEY (team_id, person_id);
alter table team_member add constraint team_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table team_member add constraint team_member_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id);
CREATE INDEX team_member_person_id_idx ON public.team_member USING btree (person_id);
alter table team_member enable row level security;
alter table team_member force row level security;
create policy parent on team_member as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (EXISTS ( SELECT
   FROM team t
  WHERE ((t.id = team_member.team_id) AND (t.unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[])))))));
grant delete, insert, select, update on team_member to kheo_app;

create table ticket (
  token_hash bytea not null,
  purpose text not null,
  person_id integer,
  body jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
alter table ticket add constraint ticket_pkey PRIMARY KEY (token_hash);
alter table ticket add constraint ticket_purpose_check CHECK ((purpose = ANY (ARRAY['second_step'::text, 'reset'::text, 'email'::text, 'passkey'::text, 'single_sign_on'::text])));
alter table ticket add constraint ticket_person_id_fkey FOREIGN KEY (person_id) REFERENCES account(person_id);
CREATE INDEX ticket_expires_at_idx ON public.ticket USING btree (expires_at);
CREATE INDEX ticket_person_id_idx ON public.ticket USING btree (person_id);
alter table ticket enable row level security;
alter table ticket force row level security;
create policy scope on ticket as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ANY (( SELECT scope_people_whole() AS scope_people_whole)::integer[]))));
grant delete, insert, select, update on ticket to kheo_app;
comment on table ticket is 'What opens one door once, within minutes; taken by deleting it';

create table tie (
  id integer not null generated by default as identity,
  person_id integer not null,
  initiative_id integer not null,
  kind text not null,
  declared_by_name text not null,
  at timestamp with time zone not null
);
alter table tie add constraint tie_pkey PRIMARY KEY (id);
alter table tie add constraint tie_person_id_initiative_id_kind_key UNIQUE (person_id, initiative_id, kind);
alter table tie add constraint tie_kind_check CHECK ((kind = ANY (ARRAY['signatory'::text, 'mentor'::text, 'kin'::text])));
alter table tie add constraint tie_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
alter table tie add constraint tie_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
CREATE INDEX tie_initiative_id_idx ON public.tie USING btree (initiative_id);
alter table tie enable row level security;
alter table tie force row level security;
create policy grows on tie as permissive for insert to public with check (((person_id = ( SELECT scope_person() AS scope_person)) OR (EXISTS ( SELECT
   FROM registration r
  WHERE ((r.initiative_id = tie.initiative_id) AND office_reads(r.id))))));
create policy reads on tie as permissive for select to public using ((( SELECT scope_is_all() AS scope_is_all) OR (person_id = ( SELECT scope_person() AS scope_person)) OR (EXISTS ( SELECT
   FROM registration r
  WHERE ((r.initiative_id = tie.initiative_id) AND office_reads(r.id))))));
CREATE TRIGGER tie_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tie FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on tie to kheo_app;
comment on table tie is 'What ties a person to a model, as declared: signed its papers, mentors it, is kin of its registrant; grows only';

create table title_group (
  id integer not null generated by default as identity,
  movement_id integer not null,
  code text not null,
  name_vi text not null,
  name_en text not null,
  "position" integer not null,
  closed_on date
);
alter table title_group add constraint title_group_pkey PRIMARY KEY (id);
alter table title_group add constraint title_group_movement_id_code_key UNIQUE (movement_id, code);
alter table title_group add constraint title_group_name_en_check CHECK ((name_en <> ''::text));
alter table title_group add constraint title_group_name_vi_check CHECK ((name_vi <> ''::text));
alter table title_group add constraint title_group_movement_id_fkey FOREIGN KEY (movement_id) REFERENCES movement(id);
alter table title_group enable row level security;
alter table title_group force row level security;
create policy reads on title_group as permissive for select to public using (true);
create policy writes on title_group as permissive for all to public using (keeps_movement(movement_id));
grant delete, insert, select, update on title_group to kheo_app;
comment on table title_group is 'What a movement''s decisions name models as: Dân vận khéo; Dân vận khéo in building the new countryside …';

create table unit (
  id integer not null generated by default as identity,
  path_today ltree not null
);
alter table unit add constraint unit_pkey PRIMARY KEY (id);
CREATE INDEX unit_path_today_idx ON public.unit USING gist (path_today);
CREATE UNIQUE INDEX unit_path_today_idx1 ON public.unit USING btree (path_today);
CREATE INDEX unit_root ON public.unit USING btree (id) WHERE (nlevel(path_today) = 1);
alter table unit enable row level security;
alter table unit force row level security;
create policy reads on unit as permissive for select to public using (true);
create policy writes on unit as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER scope_under AFTER INSERT OR DELETE OR UPDATE OF path_today ON public.unit FOR EACH STATEMENT EXECUTE FUNCTION forget_scope_under();
grant delete, insert, select, update on unit to kheo_app;
comment on table unit is 'An identity; what it is called, its code, kind and parent are dated facts beside it';

create table unit_boundary (
  unit_id integer not null,
  geometry jsonb not null
);
alter table unit_boundary add constraint unit_boundary_pkey PRIMARY KEY (unit_id);
alter table unit_boundary add constraint unit_boundary_geometry_check CHECK ((((geometry ->> 'type'::text) = 'MultiPolygon'::text) AND (jsonb_typeof((geometry -> 'coordinates'::text)) = 'array'::text) AND (length((geometry)::text) <= 2000000)));
alter table unit_boundary add constraint unit_boundary_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id) ON DELETE CASCADE;
alter table unit_boundary enable row level security;
alter table unit_boundary force row level security;
create policy reads on unit_boundary as permissive for select to public using (true);
create policy writes on unit_boundary as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
CREATE TRIGGER public_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_boundary FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
grant delete, insert, select, update on unit_boundary to kheo_app;
comment on table unit_boundary is 'The outline of a unit, as the last file of boundaries gave it; for maps, not for land matters';
comment on column unit_boundary.geometry is 'GeoJSON MultiPolygon in WGS 84, longitude before latitude, degrees with four decimals at most';

create table unit_change (
  reorganisation_id integer not null,
  unit_id integer not null,
  fact text not null,
  did text not null
);
alter table unit_change add constraint unit_change_pkey PRIMARY KEY (reorganisation_id, unit_id, fact, did);
alter table unit_change add constraint unit_change_did_check CHECK ((did = ANY (ARRAY['ended'::text, 'began'::text])));
alter table unit_change add constraint unit_change_fact_check CHECK ((fact = ANY (ARRAY['name'::text, 'code'::text, 'kind'::text, 'parent'::text])));
alter table unit_change add constraint unit_change_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
alter table unit_change add constraint unit_change_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_change_unit_id_idx ON public.unit_change USING btree (unit_id);
alter table unit_change enable row level security;
alter table unit_change force row level security;
create policy reads on unit_change as permissive for select to public using (true);
create policy writes on unit_change as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select on unit_change to kheo_app;
comment on table unit_change is 'Which dated facts an act ended and began on its day, so that it can be taken back';

create table unit_code (
  unit_id integer not null,
  code text not null,
  valid daterange not null
);
alter table unit_code add constraint unit_code_code_valid_excl EXCLUDE USING gist (code WITH =, valid WITH &&);
alter table unit_code add constraint unit_code_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&);
alter table unit_code add constraint unit_code_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_code_unit_id_idx ON public.unit_code USING btree (unit_id);
alter table unit_code enable row level security;
alter table unit_code force row level security;
create policy reads on unit_code as permissive for select to public using (true);
create policy writes on unit_code as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on unit_code to kheo_app;

create table unit_kind (
  unit_id integer not null,
  kind text not null,
  valid daterange not null
);
alter table unit_kind add constraint unit_kind_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&);
alter table unit_kind add constraint unit_kind_kind_fkey FOREIGN KEY (kind) REFERENCES unit_kind_type(kind);
alter table unit_kind add constraint unit_kind_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_kind_unit_id_idx ON public.unit_kind USING btree (unit_id);
alter table unit_kind enable row level security;
alter table unit_kind force row level security;
create policy reads on unit_kind as permissive for select to public using (true);
create policy writes on unit_kind as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on unit_kind to kheo_app;

create table unit_kind_type (
  kind text not null,
  level text not null,
  name_vi text not null,
  name_en text not null
);
alter table unit_kind_type add constraint unit_kind_type_pkey PRIMARY KEY (kind);
alter table unit_kind_type add constraint unit_kind_type_level_check CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])));
alter table unit_kind_type enable row level security;
alter table unit_kind_type force row level security;
create policy reads on unit_kind_type as permissive for select to public using (true);
create policy writes on unit_kind_type as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on unit_kind_type to kheo_app;
comment on table unit_kind_type is 'Kinds of territorial unit and the level that each belongs to';

create table unit_name (
  unit_id integer not null,
  name text not null,
  plain_name text not null,
  valid daterange not null
);
alter table unit_name add constraint unit_name_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&);
alter table unit_name add constraint unit_name_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_name_unit_id_idx ON public.unit_name USING btree (unit_id);
alter table unit_name enable row level security;
alter table unit_name force row level security;
create policy reads on unit_name as permissive for select to public using (true);
create policy writes on unit_name as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on unit_name to kheo_app;

create table unit_parent (
  unit_id integer not null,
  parent_id integer,
  valid daterange not null
);
alter table unit_parent add constraint unit_parent_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&);
alter table unit_parent add constraint unit_parent_check CHECK ((unit_id <> parent_id));
alter table unit_parent add constraint unit_parent_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id);
alter table unit_parent add constraint unit_parent_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_parent_parent_id_idx ON public.unit_parent USING btree (parent_id);
alter table unit_parent enable row level security;
alter table unit_parent force row level security;
create policy reads on unit_parent as permissive for select to public using (true);
create policy writes on unit_parent as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on unit_parent to kheo_app;

create table unit_sector (
  unit_id integer not null,
  sector_id integer not null,
  valid daterange not null
);
alter table unit_sector add constraint unit_sector_unit_id_valid_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&);
alter table unit_sector add constraint unit_sector_valid_check CHECK ((NOT isempty(valid)));
alter table unit_sector add constraint unit_sector_sector_id_fkey FOREIGN KEY (sector_id) REFERENCES sector(id);
alter table unit_sector add constraint unit_sector_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_sector_sector_id_idx ON public.unit_sector USING btree (sector_id);
alter table unit_sector enable row level security;
alter table unit_sector force row level security;
create policy reads on unit_sector as permissive for select to public using (true);
create policy writes on unit_sector as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select, update on unit_sector to kheo_app;
comment on table unit_sector is 'The sector system that a unit itself belongs to, since when and until when';

create table unit_succession (
  reorganisation_id integer not null,
  from_unit_id integer not null,
  to_unit_id integer not null,
  share text not null
);
alter table unit_succession add constraint unit_succession_pkey PRIMARY KEY (reorganisation_id, from_unit_id, to_unit_id);
alter table unit_succession add constraint unit_succession_check CHECK ((from_unit_id <> to_unit_id));
alter table unit_succession add constraint unit_succession_share_check CHECK ((share = ANY (ARRAY['whole'::text, 'part'::text])));
alter table unit_succession add constraint unit_succession_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id);
alter table unit_succession add constraint unit_succession_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id);
alter table unit_succession add constraint unit_succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id);
CREATE INDEX unit_succession_from_unit_id_idx ON public.unit_succession USING btree (from_unit_id);
CREATE INDEX unit_succession_to_unit_id_idx ON public.unit_succession USING btree (to_unit_id);
alter table unit_succession enable row level security;
alter table unit_succession force row level security;
create policy reads on unit_succession as permissive for select to public using (true);
create policy writes on unit_succession as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant delete, insert, select on unit_succession to kheo_app;
comment on table unit_succession is 'Which unit went into which, whole or in part';

create table unit_target (
  cycle_id integer not null,
  unit_id integer not null,
  wanted integer,
  forward_most integer,
  set_by_name text not null,
  set_at timestamp with time zone not null
);
alter table unit_target add constraint unit_target_pkey PRIMARY KEY (cycle_id, unit_id);
alter table unit_target add constraint unit_target_check CHECK (((wanted IS NOT NULL) OR (forward_most IS NOT NULL)));
alter table unit_target add constraint unit_target_forward_most_check CHECK (((forward_most >= 0) AND (forward_most <= 100000)));
alter table unit_target add constraint unit_target_wanted_check CHECK (((wanted >= 0) AND (wanted <= 100000)));
alter table unit_target add constraint unit_target_cycle_id_fkey FOREIGN KEY (cycle_id) REFERENCES cycle(id);
alter table unit_target add constraint unit_target_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id);
CREATE INDEX unit_target_unit_id_idx ON public.unit_target USING btree (unit_id);
alter table unit_target enable row level security;
alter table unit_target force row level security;
create policy scope on unit_target as permissive for all to public using ((( SELECT scope_is_all() AS scope_is_all) OR (unit_id = ANY (( SELECT scope_units() AS scope_units)::integer[]))));
grant delete, insert, select, update on unit_target to kheo_app;
comment on table unit_target is 'What the unit above asks of a unit in a year: how many models, and how many of them it may put forward at most';
comment on column unit_target.forward_most is 'Models that it may put forward to the next level; none: nobody has set a limit';

create table upkeep (
  id bigint not null generated always as identity,
  initiative_id integer not null,
  act text not null,
  standing text not null,
  note text not null default ''::text,
  day date not null,
  actor_id integer,
  actor_name text not null,
  at timestamp with time zone not null
);
alter table upkeep add constraint upkeep_pkey PRIMARY KEY (id);
alter table upkeep add constraint upkeep_act_check CHECK ((act = ANY (ARRAY['check'::text, 'resume'::text, 'revoke'::text, 'restore'::text])));
alter table upkeep add constraint upkeep_standing_check CHECK ((standing = ANY (ARRAY['kept_up'::text, 'needs_support'::text, 'stopped'::text, 'revoked'::text])));
alter table upkeep add constraint upkeep_initiative_id_fkey FOREIGN KEY (initiative_id) REFERENCES initiative(id);
CREATE INDEX upkeep_initiative_id_id_idx ON public.upkeep USING btree (initiative_id, id DESC);
alter table upkeep enable row level security;
alter table upkeep force row level security;
create policy parent on upkeep as permissive for all to public using ((( SELECT scope_is_everywhere() AS scope_is_everywhere) OR ( SELECT scope_is_all() AS scope_is_all) OR ((NOT ( SELECT scope_is_public() AS scope_is_public)) AND (EXISTS ( SELECT
   FROM initiative i
  WHERE (i.id = upkeep.initiative_id))))));
CREATE TRIGGER upkeep_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.upkeep FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on upkeep to kheo_app;
comment on table upkeep is 'What was found of a recognised model year by year, and what was done for it; grows only';

create table visit (
  id integer not null generated by default as identity,
  registration_id integer not null,
  seen_on date not null,
  visitors text not null,
  seen text not null,
  noted_by_name text not null,
  at timestamp with time zone not null
);
alter table visit add constraint visit_pkey PRIMARY KEY (id);
alter table visit add constraint visit_seen_check CHECK (((seen <> ''::text) AND (length(seen) <= 5000)));
alter table visit add constraint visit_visitors_check CHECK (((visitors <> ''::text) AND (length(visitors) <= 500)));
alter table visit add constraint visit_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registration(id);
CREATE INDEX visit_registration_id_idx ON public.visit USING btree (registration_id);
alter table visit enable row level security;
alter table visit force row level security;
create policy grows on visit as permissive for insert to public with check (office_reads(registration_id));
create policy reads on visit as permissive for select to public using (office_reads(registration_id));
CREATE TRIGGER visit_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON public.visit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on visit to kheo_app;
comment on table visit is 'What was seen where a model is carried out: when, by whom, in words; evidence beside the sheet; grows only';

create table working_day (
  day date not null,
  works boolean not null,
  number integer not null
);
alter table working_day add constraint working_day_pkey PRIMARY KEY (day);
CREATE UNIQUE INDEX working_day_number_idx ON public.working_day USING btree (number) WHERE works;
alter table working_day enable row level security;
alter table working_day force row level security;
create policy reads on working_day as permissive for select to public using (true);
create policy writes on working_day as permissive for all to public using (( SELECT scope_is_all() AS scope_is_all));
grant select on working_day to kheo_app;
comment on table working_day is 'Every day with how many were worked up to and with it: a span is a difference, a due day a lookup. Kept by a trigger of calendar_day';

create view published_initiative with (security_invoker=true) as
 SELECT i.id,
    i.code,
    i.public_registrant,
    i.subject,
    i.published_at,
    r.version_id,
    r.field_id,
    r.keeper_unit_id,
    r.unit_id,
    r.reference_day
   FROM (initiative i
     CROSS JOIN LATERAL ( SELECT r_1.version_id,
            r_1.field_id,
            r_1.keeper_unit_id,
            r_1.unit_id,
            c.reference_day
           FROM (registration r_1
             JOIN cycle c ON ((c.id = r_1.cycle_id)))
          WHERE ((r_1.initiative_id = i.id) AND (r_1.state = 'recognised'::text) AND (r_1.published_at IS NOT NULL))
          ORDER BY c.year DESC, r_1.id DESC
         LIMIT 1) r)
  WHERE (i.published_at IS NOT NULL);
grant select on published_initiative to kheo_app;
comment on view published_initiative is 'Models in public with what was recognised last; what an office has written since is not in it';

create view registration_count with (security_invoker=true) as
 SELECT registration_count_cell.cycle_id,
    registration_count_cell.level,
    registration_count_cell.unit_id,
    registration_count_cell.keeper_unit_id,
    registration_count_cell.sector_id,
    registration_count_cell.field_id,
    registration_count_cell.subject,
    registration_count_cell.registered,
    registration_count_cell.carried_out,
    registration_count_cell.recognised,
    registration_count_cell.outstanding,
    registration_count_cell.commended
   FROM registration_count_cell
UNION ALL
 SELECT registration_count_delta.cycle_id,
    registration_count_delta.level,
    registration_count_delta.unit_id,
    registration_count_delta.keeper_unit_id,
    registration_count_delta.sector_id,
    registration_count_delta.field_id,
    registration_count_delta.subject,
    registration_count_delta.registered,
    registration_count_delta.carried_out,
    registration_count_delta.recognised,
    registration_count_delta.outstanding,
    registration_count_delta.commended
   FROM registration_count_delta;
grant select on registration_count to kheo_app;

create view registration_count_by_field with (security_invoker=true) as
 SELECT registration_count_sum.cycle_id,
    registration_count_sum.level,
    registration_count_sum.unit_id,
    registration_count_sum.keeper_unit_id,
    registration_count_sum.field_id,
    registration_count_sum.registered,
    registration_count_sum.carried_out,
    registration_count_sum.recognised,
    registration_count_sum.outstanding,
    registration_count_sum.commended
   FROM registration_count_sum
UNION ALL
 SELECT registration_count_delta.cycle_id,
    registration_count_delta.level,
    registration_count_delta.unit_id,
    registration_count_delta.keeper_unit_id,
    registration_count_delta.field_id,
    registration_count_delta.registered,
    registration_count_delta.carried_out,
    registration_count_delta.recognised,
    registration_count_delta.outstanding,
    registration_count_delta.commended
   FROM registration_count_delta;
grant select on registration_count_by_field to kheo_app;

create view registration_count_by_place with (security_invoker=true) as
 WITH counted AS (
         SELECT r.id,
            r.initiative_id,
            r.version_id,
            r.cycle_id,
            r.level,
            r.unit_id,
            r.keeper_unit_id,
            r.place_unit_id,
            r.registrant_id,
            r.sector_id,
            r.field_id,
            r.subject,
            r.state,
            r.submitted_on,
            r.carried_out_on,
            r.recognised_by,
            r.outstanding_by,
            r.commended_by,
            r.put_forward_from,
            r.register_key,
            r.plain_text,
            r.name,
            r.published_at,
            r.import_row_id,
            r.version,
            r.state_since,
                CASE r.level
                    WHEN 'commune'::text THEN 1
                    WHEN 'district'::text THEN 2
                    ELSE 3
                END AS rank,
            min(
                CASE r.level
                    WHEN 'commune'::text THEN 1
                    WHEN 'district'::text THEN 2
                    ELSE 3
                END) OVER each_model AS lowest,
            bool_or((r.carried_out_on IS NOT NULL)) OVER each_model AS any_carried_out,
            bool_or((r.recognised_by IS NOT NULL)) OVER each_model AS any_recognised,
            bool_or((r.outstanding_by IS NOT NULL)) OVER each_model AS any_outstanding,
            bool_or((r.commended_by IS NOT NULL)) OVER each_model AS any_commended
           FROM registration r
          WHERE ((r.submitted_on IS NOT NULL) AND (r.state <> ALL (ARRAY['withdrawn'::text, 'annulled'::text])))
          WINDOW each_model AS (PARTITION BY r.initiative_id, r.cycle_id)
        )
 SELECT counted.cycle_id,
    counted.level,
    COALESCE(counted.place_unit_id, counted.unit_id) AS unit_id,
    counted.keeper_unit_id,
    counted.sector_id,
    counted.field_id,
    counted.subject,
    1 AS registered,
    ((counted.carried_out_on IS NOT NULL))::integer AS carried_out,
    ((counted.recognised_by IS NOT NULL))::integer AS recognised,
    ((counted.outstanding_by IS NOT NULL))::integer AS outstanding,
    ((counted.commended_by IS NOT NULL))::integer AS commended
   FROM counted
UNION ALL
 SELECT counted.cycle_id,
    'any'::text AS level,
    COALESCE(counted.place_unit_id, counted.unit_id) AS unit_id,
    counted.keeper_unit_id,
    counted.sector_id,
    counted.field_id,
    counted.subject,
    1 AS registered,
    (counted.any_carried_out)::integer AS carried_out,
    (counted.any_recognised)::integer AS recognised,
    (counted.any_outstanding)::integer AS outstanding,
    (counted.any_commended)::integer AS commended
   FROM counted
  WHERE (counted.rank = counted.lowest);
grant select on registration_count_by_place to kheo_app;
