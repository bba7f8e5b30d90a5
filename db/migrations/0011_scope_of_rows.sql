-- why: row security walked the array of a province's 300 units for each row that it read; a hashed set costs a list half
alter policy scope on registration using (
  (select scope_is_all())
  or keeper_unit_id in (select unnest(scope_units()))
  or registrant_id = any ((select scope_registrants())::integer[])
  or (published_at is not null and (select scope_is_public())));
