-- why: a model that others copy is told with its family: who learnt from which, and what was kept, changed and dropped.
create table adoption (
  initiative_id integer primary key references initiative,
  parent_id integer not null references initiative,
  kept text not null check (kept <> ''),
  changed text not null default '',
  dropped text not null default '',
  day date not null,
  actor_id integer,
  actor_name text not null,
  at timestamptz not null,
  check (initiative_id <> parent_id)
);
create index on adoption (parent_id);
alter table adoption enable row level security;
alter table adoption force row level security;
create policy parent on adoption using ((select scope_is_all())
  or (not (select scope_is_public()) and exists (select from initiative i where i.id = adoption.initiative_id)));
grant select, insert, update, delete on adoption to kheo_app;
comment on table adoption is 'Which model another one was learnt from, as who writes for it says';

-- What may be named across units: what is published, and what the asker's own scope holds. (To the owner, as whom this runs,
-- `scope_is_all` says yes.)
create function may_name_model(model initiative) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select model.published_at is not null or session_sees_all() or model.keeper_unit_id in (select unnest(scope_units()))
    or model.registrant_id = any (scope_registrants())
$$;

-- The whole family of a model: from its first ancestor down, each with its generation (from 0). A member that may not be named is
-- told by its place alone. Never deeper than 20: `adoption` has no circles, and this would stop in one.
create function model_family(of_model integer)
  returns table (id integer, parent_id integer, generation integer, day date, code text, name text, unit_id integer)
  language sql stable security definer set search_path = public, pg_temp as $$
    with recursive up as (select of_model as id, 0 as depth
        union all select a.parent_id, up.depth + 1 from up join adoption a on a.initiative_id = up.id where up.depth < 20),
      down as (select (select up.id from up order by up.depth desc limit 1) as id, null::integer as parent_id, 0 as generation, null::date as day
        union all select a.initiative_id, a.parent_id, down.generation + 1, a.day from down join adoption a on a.parent_id = down.id
          where down.generation < 20)
    select down.id, down.parent_id, down.generation, down.day, case when may.name_it then i.code end, case when may.name_it then i.name end,
      case when may.name_it then i.keeper_unit_id end
    from down join initiative i on i.id = down.id cross join lateral (select may_name_model(i) as name_it) may
  $$;

-- The model of a code, if the asker may name it.
create function model_of_code(wanted text) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select i.id from initiative i where i.code = wanted and may_name_model(i)
$$;
