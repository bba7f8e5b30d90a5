-- why: after a reorganisation of 300 units figures by today's units took seconds, and published models lost the name and district of their time
-- As before (0018), in joins. Behind row security the planner takes a day's units for two or three and would loop over them, so it
-- may not here.
create or replace function units_at(day date) returns table (id integer, at_id integer)
  language sql stable parallel safe set search_path = public, pg_temp set enable_nestloop = off
  as $$
    with recursive standing as materialized (
      select unit_id from unit_kind where valid @> day),
    acts as materialized (
      select s.from_unit_id, s.to_unit_id, s.share, r.effective_on <= day as done
      from unit_succession s join reorganisation r on r.id = s.reorganisation_id and r.state = 'applied'),
    moves as materialized (
      select from_unit_id as unit_id, min(to_unit_id) as to_id from acts where done group by 1 having count(*) = 1 and bool_and(share = 'whole')
      union all
      select to_unit_id, min(from_unit_id) from acts where not done group by 1 having count(*) = 1 and bool_and(share = 'whole')),
    walk as (
      select u.id, u.id as at_id, 0 as steps from unit u
      union all
      select w.id, m.to_id, w.steps + 1 from walk w join moves m on m.unit_id = w.at_id
      where w.steps < 100 and not exists (select from standing s where s.unit_id = w.at_id)),
    -- The walk ends at the first that stands, so there is one at most.
    found as (
      select distinct on (w.id) w.id, w.at_id from walk w join standing s on s.unit_id = w.at_id order by w.id, w.steps)
    select u.id, f.at_id from unit u left join found f on f.id = u.id
  $$;

-- As before (0010), with the unit that a model was recognised at and the day on which its cycle's tree stands.
create or replace view published_initiative with (security_invoker = true) as
  select i.id, i.code, i.public_registrant, i.subject, i.published_at, r.version_id, r.field_id, r.keeper_unit_id, r.unit_id, r.reference_day
  from initiative i
  cross join lateral (
    select r.version_id, r.field_id, r.keeper_unit_id, r.unit_id, c.reference_day
    from registration r join cycle c on c.id = r.cycle_id
    where r.initiative_id = i.id and r.state = 'recognised' and r.published_at is not null
    order by c.year desc, r.id desc limit 1) r
  where i.published_at is not null;

-- As before (0010); by the name of a district that has ended, too, what stood under it is found.
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
          where upper_inf(n.valid) and length(term) > 2 and ' ' || n.plain_name || ' ' like pattern
          union
          select p.unit_id from unit_name n join unit_parent p on p.parent_id = n.unit_id
          where not upper_inf(n.valid) and length(term) > 2 and ' ' || n.plain_name || ' ' like pattern
            and exists (select from unit_parent above where above.unit_id = n.unit_id and above.parent_id is not null));
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
