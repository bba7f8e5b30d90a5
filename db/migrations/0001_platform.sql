-- why: what every later table leans on: extensions, the application's role, the scope of a transaction, audit, idempotency
create extension if not exists ltree;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

-- A role belongs to the cluster, not to the database: it may be there already.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kheo_app') then
    create role kheo_app nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant kheo_app to %I', current_user);
  execute format('alter database %I set timezone to %L', current_database(), 'Asia/Ho_Chi_Minh');
end $$;
grant usage on schema public to kheo_app;

-- The message that opens a transaction sets these; unset means: sees nothing.
create function session_sees_all() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('kheo.scope_all', true), '') = 'on' $$;
-- The wall stands for the application's role. The owner (migrations, and what is security definer) sees all: a function that must
-- keep to the session's scope asks session_sees_all() and applies that scope itself.
create function scope_is_all() returns boolean language sql stable parallel safe
  as $$ select current_user <> 'kheo_app' or session_sees_all() $$;
create function scope_is_public() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('kheo.scope_public', true), '') = 'on' $$;
create function scope_person() returns integer language sql stable parallel safe
  as $$ select nullif(current_setting('kheo.scope_person', true), '')::integer $$;
create function scope_registrants() returns integer[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kheo.scope_registrants', true), ''), '{}')::integer[] $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % only grows: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
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
  request_id text not null
);
comment on table audit_event is 'Proof of every act, written inside its transaction; grows only';
create index on audit_event (subject_kind, subject_id, id);
create index on audit_event (actor_id, id);
create trigger audit_event_grows before update or delete or truncate on audit_event
  for each statement execute function refuse_change();

create table audit_row (
  event_id bigint not null references audit_event,
  subject_id bigint not null,
  primary key (event_id, subject_id)
);
comment on table audit_row is 'The rows that one set-based act touched';
create trigger audit_row_grows before update or delete or truncate on audit_row
  for each statement execute function refuse_change();

create table idempotency_key (
  actor_id integer not null,
  act text not null,
  key text not null,
  input_digest text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (actor_id, act, key)
);
create index on idempotency_key (at);

create table installation (
  key text primary key,
  value text not null
);
comment on table installation is 'Facts about this installation itself, such as which sample data it was loaded with';
alter table installation enable row level security; alter table installation force row level security;
create policy reads on installation for select using (true);
create policy writes on installation using ((select scope_is_all()));
grant select, insert, update, delete on installation to kheo_app;

alter table audit_event enable row level security; alter table audit_event force row level security;
create policy reads on audit_event for select using ((select scope_is_all()) or actor_id = (select scope_person()));
create policy grows on audit_event for insert with check (true);
alter table audit_row enable row level security; alter table audit_row force row level security;
create policy reads on audit_row for select using ((select scope_is_all()));
create policy grows on audit_row for insert with check (true);
alter table idempotency_key enable row level security; alter table idempotency_key force row level security;
create policy own on idempotency_key using ((select scope_is_all()) or actor_id = (select scope_person()));
grant select, insert on audit_event, audit_row to kheo_app;
grant select, insert, update, delete on idempotency_key to kheo_app;
