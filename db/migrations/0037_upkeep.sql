-- why: a recognised model is looked after year by year, may stop or lose its recognition; who found what, and when, is kept.
create table upkeep (
  id bigint generated always as identity primary key,
  initiative_id integer not null references initiative,
  act text not null check (act in ('check', 'resume', 'revoke', 'restore')),
  standing text not null check (standing in ('kept_up', 'needs_support', 'stopped', 'revoked')),
  note text not null default '',
  day date not null,
  actor_id integer,
  actor_name text not null,
  at timestamptz not null
);
create index on upkeep (initiative_id, id desc);
alter table upkeep enable row level security;
alter table upkeep force row level security;
create policy parent on upkeep using ((select scope_is_all())
  or (not (select scope_is_public()) and exists (select from initiative i where i.id = upkeep.initiative_id)));
grant select, insert on upkeep to kheo_app;
create trigger upkeep_grows before update or delete or truncate on upkeep for each statement execute function refuse_change();
comment on table upkeep is 'What was found of a recognised model year by year, and what was done for it; grows only';
