-- why: search without marks by trigram index; like is not leakproof, so under row security it would use no index
create index registration_by_name on registration (cycle_id, name collate "vi-x-icu", id);

-- Ids of registrations within the session's scope whose folded text holds the needle, newest first, at most `most`.
-- Planned anew each time, so that a rare needle takes the trigram index and a frequent one walks the newest rows.
create function registration_hits(needle text, most integer, in_cycle integer default null) returns integer[]
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare
    sees_all boolean := session_sees_all();
    sees_public boolean := scope_is_public();
    units integer[] := scope_units();
    registrants integer[] := scope_registrants();
    pattern text := '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%';
    found integer[];
  begin
    execute format($q$
      select coalesce(array_agg(id), '{}') from (
        select id from registration
        where plain_text like %L and state <> 'annulled' %s %s
        order by id desc limit %s) hit$q$,
      pattern,
      case when in_cycle is null then '' else format('and cycle_id = %s', in_cycle) end,
      case when sees_all then '' else format(
        'and (keeper_unit_id = any (%L::integer[]) or registrant_id = any (%L::integer[]) or (published_at is not null and %L::boolean))',
        units, registrants, sees_public) end,
      most) into found;
    return found;
  end $$;
