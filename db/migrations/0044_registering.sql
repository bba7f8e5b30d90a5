-- why: what a browser could not save is sent again once there is a network, and must count once; a form may come late or from paper.

-- Which page wrote last, and its how-manieth save that was: a repeated one is known, and an older one that comes after is not taken.
alter table draft add column writer text not null default '';
alter table draft add column writer_count integer not null default 0;

-- Told by whoever sends after the due day; and of a paper form the day on which the office received it and who had signed it.
alter table registration add column late_reason text not null default '';
alter table registration add column paper_on date;
alter table registration add column paper_signed_by text not null default '';
alter table registration add constraint registration_paper check ((paper_on is null) = (paper_signed_by = ''));
comment on column registration.late_reason is 'Why it was sent after the due day, as its sender said; of a list, empty';
comment on column registration.paper_on is 'The day on which the office received the paper form that it typed in; lateness counts from it';
