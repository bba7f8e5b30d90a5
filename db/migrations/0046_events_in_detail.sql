-- why: a return says which parts need work and why; sent again, what changed since is shown against the form that was returned.
alter table registration_event add column details jsonb not null default '{}' check (jsonb_typeof(details) = 'object');
alter table registration_event add column version_id integer references initiative_version;
comment on column registration_event.details is 'What an act says beside its reason: of a return {parts: {part: reason}}, of a deferral {until: day or null}';
comment on column registration_event.version_id is 'The form that was returned';
