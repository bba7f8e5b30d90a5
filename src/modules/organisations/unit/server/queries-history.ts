import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/** One dated fact of a unit; `until` is the first day on which it held no more, null while it holds. */
export interface UnitFact {
  fact: 'name' | 'code' | 'kind' | 'parent' | 'sector';
  value: string;
  /** Of a sector: its name in English. */
  valueEn: string | null;
  /** Of a parent: the unit. */
  unitId: number | null;
  since: string;
  until: string | null;
}

/** A unit that took this one over, or that this one took over, with the act that did it. */
export interface UnitSuccession {
  way: 'into' | 'from';
  unitId: number;
  name: string;
  share: 'whole' | 'part';
  actId: number;
  resolution: string;
  effectiveOn: string;
}

/** Everything that a unit ever was: its names, codes, kinds, parents and sectors with their days, the newest first; nothing for no unit. Two queries. */
export async function unitHistory(
  db: ReadDb,
  id: number,
): Promise<{ facts: UnitFact[]; successions: UnitSuccession[] } | undefined> {
  const facts = await rowsOf(
    db,
    sql<UnitFact>`
      select fact, value, value_en as "valueEn", unit_id as "unitId", greatest(lower(valid), '1900-01-01'::date) as since, upper(valid) as until from (
        select 'name' as fact, name as value, null as value_en, null::integer as unit_id, valid from unit_name where unit_id = ${id}
        union all select 'code', code, null, null, valid from unit_code where unit_id = ${id}
        union all select 'kind', kind, null, null, valid from unit_kind where unit_id = ${id}
        union all select 'sector', s.name_vi, s.name_en, null, b.valid from unit_sector b join sector s on s.id = b.sector_id where b.unit_id = ${id}
        union all select 'parent', coalesce(n.name, ''), null, p.parent_id, p.valid from unit_parent p
          left join lateral (select name from unit_name n where n.unit_id = p.parent_id and n.valid && p.valid order by n.valid desc limit 1) n on true
          where p.unit_id = ${id} and p.parent_id is not null) facts
      order by lower(valid) desc nulls last, fact`,
  );
  if (facts.length === 0) return undefined;
  const successions = await rowsOf(
    db,
    sql<UnitSuccession>`
      select s.way, s.other as "unitId", n.name, s.share, r.id as "actId", r.resolution, r.effective_on as "effectiveOn"
      from (select 'into' as way, to_unit_id as other, share, reorganisation_id from unit_succession where from_unit_id = ${id}
        union all select 'from', from_unit_id, share, reorganisation_id from unit_succession where to_unit_id = ${id}) s
      join reorganisation r on r.id = s.reorganisation_id
      join unit_name n on n.unit_id = s.other and n.valid @> case s.way when 'into' then r.effective_on else r.effective_on - 1 end
      order by r.effective_on desc, n.plain_name`,
  );
  return { facts, successions };
}
