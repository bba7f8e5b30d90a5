-- why: what was written into the audit can be proved unchanged, by whoever runs the database too, and a person's name can be taken out of it without breaking the proof

-- Two digests: the body (what may one day be emptied) under a salt of its own, and all facts over that. An emptied event keeps both,
-- so that its other facts are still proved; without the salt nobody can try names until one fits.
create function audit_body_digest(salt bytea, actor_name text, before jsonb, after jsonb) returns bytea
  language sql immutable parallel safe
  as $$ select sha256(salt || convert_to(jsonb_build_array(actor_name, before, after)::text, 'UTF8')) $$;

alter table audit_event
  add column xid xid8 not null default pg_current_xact_id(),
  add column salt bytea,
  add column body_digest bytea not null default '',
  add column digest bytea not null default '';
comment on column audit_event.xid is 'The transaction that wrote it: the order of the chain';
comment on column audit_event.salt is 'Emptied together with the body';

create function audit_digest(event audit_event) returns bytea
  language sql stable parallel safe
  as $$ select sha256(convert_to(jsonb_build_array(event.id, extract(epoch from event.at), event.actor_id, event.act,
    event.subject_kind, event.subject_id, event.unit_id, event.row_count, event.rows_digest, event.request_id)::text, 'UTF8')
    || event.body_digest) $$;

-- The owner too is behind the wall, where it may not pass row security: it steps aside for the filling of old rows.
alter table audit_event no force row level security;
alter table audit_event disable trigger audit_event_grows;
update audit_event set salt = gen_random_bytes(16);
update audit_event set body_digest = audit_body_digest(salt, actor_name, before, after);
update audit_event set digest = audit_digest(audit_event);
alter table audit_event force row level security;
alter table audit_event add check (length(body_digest) = 32), add check (length(digest) = 32);
create index on audit_event (xid, id);
create index on audit_event (unit_id, id);
create index on audit_event (act, id);
create index on audit_row (subject_id, event_id);

create function digest_audit_event() returns trigger language plpgsql as $$
begin
  -- Put back from a backup: it brings its own.
  if new.digest = '' then
    new.salt := gen_random_bytes(16);
    new.body_digest := audit_body_digest(new.salt, new.actor_name, new.before, new.after);
    new.digest := audit_digest(new);
  end if;
  return new;
end $$;
create trigger audit_event_digest before insert on audit_event for each row execute function digest_audit_event();
-- The application states facts; number, transaction and digests are not its to say.
revoke insert on audit_event from kheo_app;
grant insert (at, actor_id, actor_name, act, subject_kind, subject_id, unit_id, before, after, row_count, rows_digest, request_id)
  on audit_event to kheo_app;

create table audit_seal (
  position bigint primary key check (position > 0),
  event_id bigint not null unique references audit_event,
  at timestamptz not null,
  horizon xid8 not null,
  link bytea not null
);
comment on table audit_seal is 'The chain over the digests of the audit, in the order of commit: link = sha256(link before || digest of the event)';
comment on column audit_seal.horizon is 'Every transaction below it was over when this was sealed: no event of one of them may come later';
create trigger audit_seal_grows before update or delete or truncate on audit_seal
  for each statement execute function refuse_change();
alter table audit_seal enable row level security; alter table audit_seal force row level security;
create policy reads on audit_seal for select using ((select scope_is_all()));
create policy grows on audit_seal for insert with check ((select scope_is_all()));
grant select on audit_seal to kheo_app;

-- Seals every event whose transaction is over, in the order of their transactions, and answers how many. Writers are not waited
-- for and wait for nobody: what still runs is sealed next time. One sealer at a time.
create function seal_audit(moment timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    head audit_seal;
    event record;
    anew boolean;
    least xid8;
    place bigint := 0;
    last bytea := '';
    sealed integer := 0;
  begin
    perform pg_advisory_xact_lock(4711014);
    select * into head from audit_seal order by position desc limit 1;
    if found then
      place := head.position;
      last := head.link;
    end if;
    -- The first sealing, or the first after a move to another server, where transactions are counted from another number.
    anew := head.horizon is null or head.horizon > pg_snapshot_xmax(pg_current_snapshot());
    least := case when anew then '0' else head.horizon end;
    for event in
      select e.id, e.digest, pg_snapshot_xmin(now.snapshot) as horizon
      from audit_event e, (select pg_current_snapshot() as snapshot) now
      where e.xid >= least and (e.xid < pg_snapshot_xmin(now.snapshot) or anew and e.xid >= pg_snapshot_xmax(now.snapshot))
        and not exists (select from audit_seal s where s.event_id = e.id)
      order by e.xid, e.id
    loop
      place := place + 1;
      sealed := sealed + 1;
      last := sha256(last || event.digest);
      insert into audit_seal (position, event_id, at, horizon, link) values (place, event.id, moment, event.horizon, last);
    end loop;
    return sealed;
  end $$;
revoke execute on function seal_audit(timestamptz) from public;
grant execute on function seal_audit(timestamptz) to kheo_app;

-- The one door past "only grows": the body of an event may go, and nothing else, once the act that asks for it is recorded.
create function guard_audit_event() returns trigger language plpgsql as $$
declare wanted audit_event := old;
begin
  wanted.salt := null;
  wanted.before := null;
  wanted.after := null;
  wanted.actor_name := '';
  if new is distinct from wanted or old.act = 'audit.anonymise'
    or not exists (select from audit_event where subject_kind = 'audit_event' and subject_id = old.id and act = 'audit.anonymise')
  then
    raise exception 'table % only grows: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
drop trigger audit_event_grows on audit_event;
create trigger audit_event_grows before delete or truncate on audit_event for each statement execute function refuse_change();
create trigger audit_event_keeps before update on audit_event for each row execute function guard_audit_event();
create policy empties on audit_event for update using ((select scope_is_all()));

-- Empties the body of one event whose anonymising is recorded; whether it was there and full.
create function empty_audit_event(event bigint) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update audit_event set salt = null, before = null, after = null, actor_name = '' where id = event and salt is not null;
    return found;
  end $$;
revoke execute on function empty_audit_event(bigint) from public;
grant execute on function empty_audit_event(bigint) to kheo_app;
