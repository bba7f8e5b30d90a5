-- why: figures cost the same at ten thousand and a million rows: leaf cells kept by deltas that statement triggers insert
create table registration_count_cell (
  cycle_id integer not null references cycle,
  level text not null,
  unit_id integer not null references unit,
  keeper_unit_id integer not null references unit,
  sector_id integer,
  field_id integer not null references field,
  subject text not null,
  registered integer not null,
  carried_out integer not null,
  recognised integer not null,
  outstanding integer not null,
  commended integer not null,
  unique nulls not distinct (cycle_id, level, keeper_unit_id, unit_id, sector_id, field_id, subject)
);
comment on table registration_count_cell is 'Leaf cells only, never an ancestor''s total; level any = distinct initiatives';
create table registration_count_delta (
  id bigint generated always as identity primary key,
  like registration_count_cell
);
comment on table registration_count_delta is 'What statements added since the last fold: inserting never waits, updating cells would deadlock';

create view registration_count with (security_invoker = true) as
  select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
    registered, carried_out, recognised, outstanding, commended from registration_count_cell
  union all
  select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
    registered, carried_out, recognised, outstanding, commended from registration_count_delta;

-- The definition of the five words (docs/glossary.md), once, for triggers, doctor and tests.
-- A level's row counts registrations; the row 'any' counts each initiative once in a cycle, at the lowest level it was entered.
create function count_registrations(rows registration[])
  returns table (cycle_id integer, level text, unit_id integer, keeper_unit_id integer, sector_id integer, field_id integer, subject text,
    registered bigint, carried_out bigint, recognised bigint, outstanding bigint, commended bigint)
  language sql stable
  as $$
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
  $$;

create function add_registration_deltas(before registration[], after registration[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into registration_count_delta (cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
      registered, carried_out, recognised, outstanding, commended)
    select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
      sum(registered * sign), sum(carried_out * sign), sum(recognised * sign), sum(outstanding * sign), sum(commended * sign)
    from (select 1 as sign, * from count_registrations(after) union all select -1, * from count_registrations(before)) change
    group by 1, 2, 3, 4, 5, 6, 7
    having sum(registered * sign) <> 0 or sum(carried_out * sign) <> 0 or sum(recognised * sign) <> 0
      or sum(outstanding * sign) <> 0 or sum(commended * sign) <> 0
  $$;

-- Levels of one model in one cycle are counted together in 'any', so its other rows are read too, behind a lock on the model:
-- two sessions that enter two levels at once must not both count it first.
create function count_inserted() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare others registration[]; inserted registration[];
begin
  perform 1 from initiative where id in (select initiative_id from new_rows) order by id for no key update;
  inserted := array(select r from registration r join new_rows n on n.id = r.id);
  others := array(select r from registration r
    where (r.initiative_id, r.cycle_id) in (select initiative_id, cycle_id from new_rows)
      and r.state <> 'annulled' and not exists (select from new_rows n where n.id = r.id));
  perform add_registration_deltas(others, others || inserted);
  return null;
end $$;
create function count_updated() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
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
end $$;
create trigger count_inserted after insert on registration referencing new table as new_rows
  for each statement execute function count_inserted();
create trigger count_updated after update on registration referencing old table as old_rows new table as new_rows
  for each statement execute function count_updated();

create function fold_registration_count() returns integer language plpgsql security definer
  set search_path = public, pg_temp as $$
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
end $$;

alter table registration_count_cell enable row level security; alter table registration_count_cell force row level security;
alter table registration_count_delta enable row level security; alter table registration_count_delta force row level security;
create policy scope on registration_count_cell using ((select scope_is_all()) or keeper_unit_id = any ((select scope_units())::integer[]));
create policy scope on registration_count_delta using ((select scope_is_all()) or keeper_unit_id = any ((select scope_units())::integer[]));
grant select on registration_count_cell, registration_count_delta, registration_count to kheo_app;
