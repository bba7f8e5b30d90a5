-- why: every transaction opens with its scope; told in one call whose plan is kept, it costs a third
create index unit_root on unit (id) where nlevel(path_today) = 1;

-- Who serves at the only root there is stands above every unit; asked of the roots alone, it costs the same for twelve thousand.
create or replace function scope_covers_all() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('kheo.scope_without', true), ''), '{}') = '{}' and (
    select count(*) = 1
      and bool_and(id = any (coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}')::integer[]))
    from unit where nlevel(path_today) = 1)
$$;

create function open_scope(names text[], given text[]) returns void language plpgsql as $$
begin
  perform set_config('kheo.' || name, value, true) from unnest(names, given) as said (name, value);
  -- Every statement of a transaction asks which units lie under its scope's: they are found once, here, and for who serves over
  -- all of them not at all.
  if coalesce(nullif(current_setting('kheo.scope_units', true), ''), '{}') = '{}' then
    perform set_config('kheo.scope_under', '{}', true), set_config('kheo.scope_everywhere', '', true);
  elsif scope_covers_all() then
    perform set_config('kheo.scope_under', '', true), set_config('kheo.scope_everywhere', 'on', true);
  else
    perform set_config('kheo.scope_under', units_under_scope()::text, true), set_config('kheo.scope_everywhere', '', true);
  end if;
end $$;

-- The same answer as before: what units that have ended left open is looked up only for the appointments that ended with them.
create or replace function open_session(token bytea, moment timestamptz) returns table (person_id integer, full_name text, username text,
    language text, last_seen_at timestamptz, appointments json, bodies integer[])
  language sql stable security definer set search_path = public, pg_temp as $$
    select a.person_id, p.full_name, a.username, a.language, s.last_seen_at,
      coalesce((select json_agg(json_build_object('role', t.role, 'unit_id', t.unit_id, 'unit_name', n.name, 'level', kt.level,
        'registrant_id', t.registrant_id, 'sector', case when t.sector_id is not null then (select json_build_object('id', g.id, 'vi', g.name_vi, 'en', g.name_en) from sector g where g.id = t.sector_id) end,
        'path', u.path_today, 'kept', k.unit_ids,
        'without', (select json_agg(json_build_object('id', g.unit_id, 'path', gu.path_today)) from appointment_proposal g
          join reorganisation r on r.id = g.reorganisation_id and r.state = 'applied' and r.effective_on <= moment::date
          join unit gu on gu.id = g.unit_id
          where g.appointment_id = t.id and g.kind = 'gain' and g.state <> 'approved')) order by t.id)
        from appointment t
        join unit u on u.id = t.unit_id
        left join lateral (select k.unit_ids, kr.effective_on from appointment_keep k join reorganisation kr on kr.id = k.reorganisation_id and kr.state = 'applied'
          where upper(t.valid) <= moment::date and k.appointment_id = t.id and k.valid_before @> moment::date offset 0) k on true
        left join unit_name n on n.unit_id = t.unit_id and n.valid @> case when k.unit_ids is null then moment::date else k.effective_on - 1 end
        left join unit_kind uk on uk.unit_id = t.unit_id and uk.valid @> case when k.unit_ids is null then moment::date else k.effective_on - 1 end
        left join unit_kind_type kt on kt.kind = uk.kind
        where t.person_id = a.person_id and (t.valid @> moment::date or k.unit_ids is not null)), '[]'),
      array(select m.body_id from body_member m join body b on b.id = m.body_id and b.valid @> moment::date
        where m.person_id = a.person_id and m.valid @> moment::date order by 1)
    from session s
    join account a on a.person_id = s.person_id and a.disabled_at is null
    join person p on p.id = a.person_id
    where s.token_hash = token and s.expires_at > moment
  $$;
