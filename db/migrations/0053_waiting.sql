-- why: every page asks what waits; each of these looks through a wall within walls, which costs more to plan than to ask
-- What the session's own person is named in and has not read, of what they read today.
create function mentions_waiting() returns table (initiative_id integer, name text, author_name text, at timestamptz)
  language sql stable security definer rows 5 set search_path = public, pg_temp as $$
    select i.id, i.name, c.author_name, c.at from comment_mention m
      join comment c on c.id = m.comment_id and c.withdrawn_at is null join initiative i on i.id = c.initiative_id
    where m.person_id = scope_person() and m.read_at is null
      and exists (select from comment_readers(i.id, scope_today()) f where f.person_id = m.person_id
        and case c.visibility when 'readers' then true when 'officers' then f.as_officer else c.unit_id = any (f.seats) end)
$$;
-- Whether the session sees what a unit keeps.
create function keeper_is_seen(keeper integer) returns boolean language sql stable as $$
  select session_sees_all() or scope_is_everywhere() or keeper = any (scope_units()) or keeper = any (scope_kept())
$$;
-- Of these keepers those that the session sees: what it sees is found once, not for each.
create function keepers_seen(keepers integer[]) returns integer[] language sql stable as $$
  select array(select k from unnest(keepers) k where (select session_sees_all() or scope_is_everywhere())
    or k = any ((select scope_units() || scope_kept())::integer[]))
$$;
-- Requests to learn that the session's registrants or these keepers are to answer, and visits that its own registrants or offices make.
create function learnings_waiting(keepers integer[], offices integer[])
  returns table (kind text, id integer, name text, whose text, place text, since timestamptz, due_on date)
  language sql stable security definer rows 5 set search_path = public, pg_temp as $$
    select 'answer_learner', l.id, l.name, l.asker, '', l.asked_at, (l.asked_at at time zone 'Asia/Ho_Chi_Minh')::date + 14
    from learning l join initiative i on i.id = l.initiative_id
    where l.state = 'asked' and (i.registrant_id = any ((select scope_registrants())::integer[])
      or i.keeper_unit_id = any (keepers_seen(keepers)))
    union all
    select 'visit_model', l.id, l.name, l.mentor, l.place, l.answered_at, l.visit_on from learning l
    where l.state = 'welcomed' and l.visit_on >= scope_today() and (l.asker_registrant_id = any ((select scope_registrants())::integer[])
      or (l.asker_registrant_id is null and l.asker_unit_id = any (offices) and keeper_is_seen(l.asker_unit_id)))
$$;
create index on learning (initiative_id) where state = 'asked';
-- How many results claimed by others of models that these keep wait to be verified, by year.
create function results_waiting(keepers integer[]) returns table (cycle_id integer, count bigint, since timestamptz)
  language plpgsql stable security definer rows 5 set search_path = public, pg_temp as $$
  #variable_conflict use_column
  declare seen integer[] := keepers_seen(keepers);
  begin
    return query select x.cycle_id, count(*), min(x.claimed_at)
      from initiative i join result x on x.initiative_id = i.id and x.state = 'claimed'
      where i.keeper_unit_id = any (seen) and x.claimed_by is distinct from scope_person()
      group by x.cycle_id;
  end
$$;
