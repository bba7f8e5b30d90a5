-- why: wrong tries counted where they come from, known devices, sessions confirmed again, second factors
-- Counts of a day at most: thrown away rather than carried over.
drop table sign_in_failure;
create table sign_in_failure (
  way text not null check (way in ('device', 'pair', 'name', 'address', 'confirm', 'mail')),
  what text not null check (length(what) <= 200),
  failed_count integer not null,
  last_at timestamptz not null,
  closed_until timestamptz,
  primary key (way, what)
);
comment on table sign_in_failure is 'Wrong tries by known device, by typed name and address together, by name, by address; kept a day at most';
create index on sign_in_failure (last_at);

create table device (
  token_hash bytea primary key,
  person_id integer not null references account,
  created_at timestamptz not null,
  used_at timestamptz not null
);
comment on table device is 'Browsers that a person has signed in with: their own way in stays open while strangers guess';
create index on device (person_id, used_at);

alter table session add column address text not null default '' check (length(address) <= 60);
alter table session add column confirmed_at timestamptz;
comment on column session.confirmed_at is 'When the person last proved who they are; acts that matter ask again after a quarter of an hour';

create table ticket (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('second_step', 'reset', 'email', 'passkey', 'single_sign_on')),
  person_id integer references account,
  body jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table ticket is 'What opens one door once, within minutes; taken by deleting it';
create index on ticket (person_id);
create index on ticket (expires_at);

create table second_factor (
  person_id integer primary key references account,
  secret bytea not null,
  used_step integer not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);
comment on table second_factor is 'The secret that a person''s telephone makes codes of (TOTP); asked at sign-in once it is confirmed';
comment on column second_factor.used_step is 'The half minute of the last code taken: no code opens twice';

create table recovery_code (
  person_id integer not null references account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

do $$ declare name text; begin
  foreach name in array array['sign_in_failure', 'device', 'ticket', 'second_factor', 'recovery_code'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to kheo_app', name);
  end loop;
end $$;
create policy scope on sign_in_failure using ((select scope_is_all()));
create policy scope on device using ((select scope_is_all()) or person_id = (select scope_person()));
create policy scope on ticket using ((select scope_is_all()));
create policy scope on second_factor using ((select scope_is_all()) or person_id = (select scope_person()));
create policy scope on recovery_code using ((select scope_is_all()) or person_id = (select scope_person()));
