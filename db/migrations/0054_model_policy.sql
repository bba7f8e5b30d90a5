-- why: the plan of each question about a model held two questions about its registrations that hardly anybody needs; out of the
-- plan, they cost nothing until they are asked

-- Each is asked as who asks: row security answers within.
create function model_left_open(model integer) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from registration r where r.initiative_id = model
    and r.state in ('submitted', 'returned', 'recalled', 'accepted', 'self_assessed', 'proposed', 'deferred'));
end $$;

create function model_registered_within(model integer) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from registration r where r.initiative_id = model and r.state <> 'annulled');
end $$;

alter policy scope on initiative using ((select scope_is_everywhere()) or (select scope_is_all())
  or keeper_unit_id = any ((select scope_units())::integer[])
  or registrant_id = any ((select scope_registrants())::integer[])
  or (published_at is not null and (select scope_is_public()))
  or (keeper_unit_id = any ((select scope_kept())::integer[]) and model_left_open(id))
  or ((select scope_has_sectors()) and (sector_at(sector_id, keeper_unit_id) in (select unnest(scope_sector_units()))
    or model_registered_within(id))));

-- Who serves over everything is asked first, as for models: else the units of the scope were laid out for each decision looked up.
create function decision_names_within(decision integer) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from registration r where r.recognised_by = decision);
end $$;

alter policy scope on decision using ((select scope_is_everywhere()) or (select scope_is_all())
  or unit_id in (select unnest(scope_units())) or decision_names_within(id));
