-- why: whoever may see a record may ask who else can, and by which duty; accounts and appointments themselves stay behind their wall
-- Who sees what is recorded for a registrant under a unit: the same clauses as the policy of table registration, told as people.
-- The caller has loaded the record within its own scope before it asks.
create function readers_of(keeper integer, of_registrant integer, of_sector integer, still_open boolean, day date)
  returns table (person_id integer, full_name text, role text, unit_name text, why text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with place as (select path_today as path from unit where id = keeper),
    duties as (
      select a.*, u.path_today as path, a.valid @> day as in_force from appointment a join unit u on u.id = a.unit_id
      join account c on c.person_id = a.person_id and c.disabled_at is null),
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
revoke execute on function readers_of(integer, integer, integer, boolean, date) from public;
grant execute on function readers_of(integer, integer, integer, boolean, date) to kheo_app;
