-- why: wrong tries counted where they come from, known devices, sessions told apart and confirmed again
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

do $$ declare name text; begin
  foreach name in array array['sign_in_failure', 'device'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to kheo_app', name);
  end loop;
end $$;
create policy scope on sign_in_failure using ((select scope_is_all()));
create policy scope on device using ((select scope_is_all()) or person_id = (select scope_person()));
