-- why: how a model has spread is best seen on a map, for which the outlines of units have to be known
create table unit_boundary (
  unit_id integer primary key references unit on delete cascade,
  geometry jsonb not null check (geometry->>'type' = 'MultiPolygon' and jsonb_typeof(geometry->'coordinates') = 'array'
    and length(geometry::text) <= 2000000)
);
comment on table unit_boundary is 'The outline of a unit, as the last file of boundaries gave it; for maps, not for land matters';
comment on column unit_boundary.geometry is 'GeoJSON MultiPolygon in WGS 84, longitude before latitude, degrees with four decimals at most';
alter table unit_boundary enable row level security;
alter table unit_boundary force row level security;
create policy reads on unit_boundary for select using (true);
create policy writes on unit_boundary using ((select scope_is_all()));
grant select, insert, update, delete on unit_boundary to kheo_app;
-- Public pages show the families of models on the map.
create trigger public_change after insert or update or delete on unit_boundary for each statement execute function tell_public_change();
