-- why: a large list is read by the worker in pieces, so that a person sees how far it is and may stop it, and a restart goes on where it stopped
alter table import_batch drop constraint import_batch_state_check;
alter table import_batch add constraint import_batch_state_check check (state in ('reading', 'failed', 'received', 'written', 'undone'));

create table import_file (
  batch_id integer primary key references import_batch,
  content bytea not null,
  total integer,
  done integer not null default 0,
  failure text
);
comment on table import_file is 'A large file that waits to be read or is being read; gone once its rows are kept';
comment on column import_file.total is 'Lines of the sheets that hold lists; known once the file is opened';
comment on column import_file.failure is 'Why it could not be read, a message key; then its content is gone';
alter table import_file enable row level security;
alter table import_file force row level security;
create policy parent on import_file using ((select scope_is_all()) or exists (select from import_batch b where b.id = import_file.batch_id));
grant select, insert, update, delete on import_file to kheo_app;
