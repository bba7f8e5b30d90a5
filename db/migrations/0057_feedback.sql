-- why: whoever registered a model is told what was good and what to do better: one text from the council's words, only with its verdict or after
alter table review_score add column advice text not null default '' check (length(advice) <= 2000);
comment on column review_score.note is 'For the council';
comment on column review_score.advice is 'Words meant for whoever registered the model; they read one text made of them, never this';
alter table staged_verdict
  add column feedback text not null default '' check (length(feedback) <= 4000),
  add column revision integer not null default 1;
comment on column staged_verdict.feedback is 'What is sent to the registrant together with the verdict, once it is applied; empty: nothing';
comment on column staged_verdict.revision is 'Counts each change, so that what is applied is what the preview showed';
comment on column registration_event.details is 'What an act says beside its reason: of a return {parts: {part: reason}}, of a deferral {until: day or null}, of feedback {feedback: text}';

-- What is said to the registrant stands in the time line as any act does: it grows only, and the latest holds. Where a team judges,
-- nobody in a conflict has a word.
create index registration_event_feedback on registration_event (registration_id, id) where act = 'feedback';
create policy no_conflict on registration_event as restrictive for insert with check (act <> 'feedback'
  or (select scope_person()) is null or team_of(registration_id) is null or conflict_of((select scope_person()), registration_id) is null);

create table feedback_read (
  event_id bigint not null references registration_event,
  person_id integer not null references person,
  at timestamptz not null,
  primary key (event_id, person_id)
);
comment on table feedback_read is 'Which feedback a person said that they have read';
create index on feedback_read (person_id);
alter table feedback_read enable row level security;
alter table feedback_read force row level security;
create policy reads on feedback_read for select using ((select scope_is_all()) or person_id = (select scope_person()));
create policy grows on feedback_read for insert with check (person_id = (select scope_person())
  and exists (select from registration_event e where e.id = event_id and e.act = 'feedback'));
grant select, insert on feedback_read to kheo_app;
