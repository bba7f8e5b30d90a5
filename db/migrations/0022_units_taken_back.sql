-- why: taking a reorganisation back removes the units that it had made, and asked every registration about each of them (11 s for 90)
create index on registration (unit_id);
create index on registration (place_unit_id) where place_unit_id is not null;
create index on initiative (unit_id);
