-- why: what the public sees of a model is said once: the registration and version that were recognised and published, and a person who stays unnamed is neither read nor found
create view published_initiative with (security_invoker = true) as
  select i.id, i.code, i.public_registrant, i.subject, i.published_at, r.version_id, r.field_id, r.keeper_unit_id
  from initiative i
  cross join lateral (
    select r.version_id, r.field_id, r.keeper_unit_id
    from registration r join cycle c on c.id = r.cycle_id
    where r.initiative_id = i.id and r.state = 'recognised' and r.published_at is not null
    order by c.year desc, r.id desc limit 1) r
  where i.published_at is not null;
comment on view published_initiative is 'Models in public with what was recognised last; what an office has written since is not in it';
grant select on published_initiative to kheo_app;

-- Text of a model without the names of those who registered it and are not named in public.
-- Security definer, since the public scope reads no registrants.
create function without_person(model integer, body text) returns text
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare person text;
  begin
    if body = '' or exists (select from initiative where id = model and public_registrant is not null) then return body; end if;
    for person in
      select distinct g.name from registrant g
      where g.subject = 'individual' and g.id in (
        select registrant_id from initiative where id = model union select registrant_id from registration where initiative_id = model)
    loop
      body := regexp_replace(body, '\m' || regexp_replace(person, '([^[:alnum:][:space:]])', '\\\1', 'g') || '\M', '…', 'gi');
    end loop;
    return body;
  end $$;

-- Ids of published models that hold the needle in their folded public text or in the name of their unit or of one above it:
-- as whole words; if none does, as it stands; if none does, each of its words. `most` bounds the answer, newest first.
create or replace function published_hits(needle text, most integer) returns integer[]
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare
    found integer[];
    stage integer;
    terms text[];
    term text;
    pattern text;
    places integer[];
    conditions text;
  begin
    for stage in 1..3 loop
      terms := case stage when 3 then (select array_agg(distinct word) from (
        select word from regexp_split_to_table(needle, ' ') word order by length(word) desc limit 8) words) else array[needle] end;
      exit when stage = 3 and cardinality(terms) < 2;
      conditions := '';
      foreach term in array terms loop
        term := replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_');
        -- A short word is found whole only: "te" is not "tet".
        pattern := case when stage = 2 then '%' || term || '%' when stage = 1 or length(term) < 3 then '% ' || term || ' %' else '% ' || term || '%' end;
        places := array(
          select under.id from unit_name n join unit named on named.id = n.unit_id
            join unit under on under.path_today <@ named.path_today and nlevel(named.path_today) > 1
          where upper_inf(n.valid) and length(term) > 2 and ' ' || n.plain_name || ' ' like pattern);
        -- The first condition finds by index. The last takes back what only an unnamed person's name would find.
        conditions := conditions || format($q$
          and (r.plain_text like %1$L or r.keeper_unit_id = any (%3$L::integer[]))
          and (' ' || r.plain_text || ' ' like %2$L or r.keeper_unit_id = any (%3$L::integer[]))
          and (i.public_registrant is not null or r.keeper_unit_id = any (%3$L::integer[])
            or (r.plain_text ~ ('\m' || g.plain_name || '\M')
              and ' ' || regexp_replace(r.plain_text, '\m' || g.plain_name || '\M', '', 'g') || ' ' like %2$L))$q$,
          '%' || term || '%', pattern, places);
      end loop;
      execute format($q$
        select coalesce(array_agg(id), '{}') from (
          select distinct r.initiative_id as id
          from registration r join initiative i on i.id = r.initiative_id join registrant g on g.id = r.registrant_id
          where r.published_at is not null and r.state = 'recognised' and i.published_at is not null %s
          order by id desc limit %s) hit$q$, conditions, most) into found;
      exit when found <> '{}';
    end loop;
    return found;
  end $$;

-- A publication taken back while another of the same model stays does not touch the model's own row.
create trigger public_change after update of published_at on registration
  for each statement execute function tell_public_change();
