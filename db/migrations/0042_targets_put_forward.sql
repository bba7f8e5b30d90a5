-- why: a superior says how many models each unit is to have and may put forward; the best are put forward to the next level within that
create table unit_target (
  cycle_id integer not null references cycle,
  unit_id integer not null references unit,
  wanted integer check (wanted between 0 and 100000),
  forward_most integer check (forward_most between 0 and 100000),
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (cycle_id, unit_id),
  check (wanted is not null or forward_most is not null)
);
comment on table unit_target is 'What the unit above asks of a unit in a year: how many models, and how many of them it may put forward at most';
comment on column unit_target.forward_most is 'Models that it may put forward to the next level; none: nobody has set a limit';
create index on unit_target (unit_id);
alter table unit_target enable row level security;
alter table unit_target force row level security;
create policy scope on unit_target using ((select scope_is_all()) or unit_id = any ((select scope_units())::integer[]));
grant select, insert, update, delete on unit_target to kheo_app;

comment on column registration.put_forward_from is 'Of a model that a unit put forward: what it had recognised at the level below';
create index on registration (put_forward_from) where put_forward_from is not null;
