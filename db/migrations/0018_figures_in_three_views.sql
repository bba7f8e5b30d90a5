-- why: figures as it was then, by today's units, and by the unit that stood at a model's place on a chosen day
-- For every unit, the one that stood at its place on a day: itself while it stands; after its end what succeeded it whole; before
-- its beginning what alone and whole became it. Null where that is not certain: it is never shared out.
create function units_at(day date) returns table (id integer, at_id integer)
  language sql stable parallel safe set search_path = public, pg_temp
  as $$
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
      where w.steps < 100 and not exists (select from standing s where s.unit_id = w.at_id))
    select u.id, (select w.at_id from walk w join standing s on s.unit_id = w.at_id where w.id = u.id limit 1) from unit u
  $$;

-- The same five words as in count_registrations (0006), by the unit of a model's place where it has one. Read for one or two
-- cycles at a time, from the rows themselves: places are not kept in the counters.
create view registration_count_by_place with (security_invoker = true) as
  with counted as (
    select r.*, case r.level when 'commune' then 1 when 'district' then 2 else 3 end as rank,
      min(case r.level when 'commune' then 1 when 'district' then 2 else 3 end) over each_model as lowest,
      bool_or(r.carried_out_on is not null) over each_model as any_carried_out,
      bool_or(r.recognised_by is not null) over each_model as any_recognised,
      bool_or(r.outstanding_by is not null) over each_model as any_outstanding,
      bool_or(r.commended_by is not null) over each_model as any_commended
    from registration r
    where r.submitted_on is not null and r.state not in ('withdrawn', 'annulled')
    window each_model as (partition by r.initiative_id, r.cycle_id))
  select cycle_id, level, coalesce(place_unit_id, unit_id) as unit_id, keeper_unit_id, sector_id, field_id, subject, 1 as registered,
    (carried_out_on is not null)::integer as carried_out, (recognised_by is not null)::integer as recognised,
    (outstanding_by is not null)::integer as outstanding, (commended_by is not null)::integer as commended
  from counted
  union all
  select cycle_id, 'any', coalesce(place_unit_id, unit_id), keeper_unit_id, sector_id, field_id, subject, 1,
    any_carried_out::integer, any_recognised::integer, any_outstanding::integer, any_commended::integer
  from counted where rank = lowest;
grant select on registration_count_by_place to kheo_app;
