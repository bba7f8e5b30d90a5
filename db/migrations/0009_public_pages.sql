-- why: finished pages of the portal are kept in memory; every change of what is public says so, and the kept pages are dropped
create function tell_public_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('kheo_public', tg_table_name);
  return null;
end $$;
create trigger public_change after insert or update or delete on directory_link for each statement execute function tell_public_change();
create trigger public_change after insert on published_figure for each statement execute function tell_public_change();
create trigger public_change after insert or delete on article_initiative for each statement execute function tell_public_change();
create trigger public_change after insert or delete or update of slug, category, title, lead, body, author, published_on, figure_id on article
  for each statement execute function tell_public_change();
create trigger public_change after update of published_at, public_registrant, name, field_id on initiative for each statement execute function tell_public_change();

-- A small search of its own for what is published: the public scope reads initiatives, and like takes no index under row security.
create function published_hits(needle text, most integer) returns integer[]
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare found integer[];
  begin
    execute format($q$
      select coalesce(array_agg(initiative_id), '{}') from (
        select distinct initiative_id from registration
        where published_at is not null and plain_text like %L order by initiative_id desc limit %s) hit$q$,
      '%' || replace(replace(replace(needle, '\', '\\'), '%', '\%'), '_', '\_') || '%', most) into found;
    return found;
  end $$;
