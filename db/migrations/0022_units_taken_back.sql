-- why: taking a reorganisation back removes the units that it had made, and asked every registration about each of them (11 s for 90)
create index on registration (unit_id);
create index on registration (place_unit_id) where place_unit_id is not null;
create index on initiative (unit_id);

-- Facts of one unit were found by the constraints against overlaps alone, three times as slowly, at every request of everybody.
create index on unit_name (unit_id);
create index on unit_kind (unit_id);
create index on unit_code (unit_id);

-- What acts count by this name are units that got another name, kind or code; the units of a list that go on are more.
update reorganisation set counts = (counts - 'continued') || jsonb_build_object('renamed', counts -> 'continued') where counts ? 'continued';
update reorganisation_draft set found = jsonb_set(found, '{counts}', ((found -> 'counts') - 'continued') || jsonb_build_object('renamed', found -> 'counts' -> 'continued'))
  where found -> 'counts' ? 'continued';
