-- why: the office of a movement sets it up in the browser: who keeps it, the superior's movement, windows with grace and lock, who judges
alter table movement add column unit_id integer references unit;
alter table movement add column superior_id integer references movement;
alter table movement add column superior_note text not null default '';
alter table movement add column legal_basis text not null default '';
alter table movement add constraint movement_superior_check check (superior_id <> id);
comment on column movement.unit_id is 'Whose office keeps the movement; none: the administrators of the place';
update movement set unit_id = (select id from unit where nlevel(path_today) = 1 order by id limit 1);

alter table cycle_level add column grace_until date;
alter table cycle_level add column locked_from date;
alter table cycle_level add column appraising_body text not null default '';
alter table cycle_level add column recognising_body text not null default '';
alter table cycle_level add constraint cycle_level_grace_check check (grace_until >= register_due_on);
alter table cycle_level add constraint cycle_level_locked_check check (locked_from > coalesce(grace_until, register_due_on));
alter table cycle_level add constraint cycle_level_appraise_check check (appraise_due_on >= register_due_on);

-- How many days after the last day in time a form was sent: kept as it happened, whatever becomes of the due day.
alter table registration add column late_days integer not null default 0;
alter table registration add constraint registration_late_days_check check (late_days >= 0);

-- Who keeps a movement writes what it consists of; the application says which of that unit's people do.
create function keeps_movement(movement integer) returns boolean language sql stable parallel safe as $$
  select (select scope_is_all()) or exists (select from movement m where m.id = movement and m.unit_id = any ((select scope_units())::integer[]))
$$;
create function keeps_cycle(cycle integer) returns boolean language sql stable parallel safe as $$
  select exists (select from cycle c where c.id = cycle and keeps_movement(c.movement_id))
$$;
alter policy writes on movement using ((select scope_is_all()) or unit_id = any ((select scope_units())::integer[]));
alter policy writes on phase using (keeps_movement(movement_id));
alter policy writes on cycle using (keeps_movement(movement_id));
alter policy writes on field using (keeps_movement(movement_id));
alter policy writes on programme using (keeps_movement(movement_id));
alter policy writes on cycle_level using (keeps_cycle(cycle_id));
alter policy writes on criterion using (keeps_cycle(cycle_id));

-- Once a model has been judged by a year's criteria they stay as they are. Says yes or no, of rows that the asker may not see.
create function criteria_in_use(cycle integer) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from appraisal a join registration r on r.id = a.registration_id where r.cycle_id = cycle)
$$;

-- The same of a level: what is registered at one keeps it in its year.
create function level_in_use(cycle integer, at_level text) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from registration r where r.cycle_id = cycle and r.level = at_level)
$$;
