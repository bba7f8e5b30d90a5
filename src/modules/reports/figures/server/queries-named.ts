import { sql } from 'kysely';
import type { NationalField } from '#modules/movements/field/rules.ts';
import type { Language } from '#platform/i18n.ts';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Cut, Division } from '../rules-groups.ts';
import type { StandingUnit } from '../rules-place.ts';

/** Everything that a report gives a line to. */
export interface Named {
  /** The units that stand on the reference day of the cycle, and on that of the one it is compared with. */
  standing: StandingUnit[];
  stood: StandingUnit[];
  /** The fields of the movement and the sectors, each in its order. */
  divisions: (Division & { by: Cut; national: NationalField | null })[];
  /** The days on which units have changed, the latest first. */
  changes: string[];
}

interface NamedRow extends Omit<StandingUnit, 'code'> {
  by: 'unit' | 'field' | 'sector' | 'change';
  code: string;
  national: NationalField | null;
  stands: boolean;
  stood: boolean;
}

/** The units of two days with what the session may read, a unit that stood as it stands in one row, and the divisions; one query. */
export async function namedOn(
  db: ReadDb,
  scope: Scope,
  day: string,
  dayBefore: string | null,
  movementId: number,
  language: Language,
): Promise<Named> {
  const days = dayBefore === null || dayBefore === day ? [day] : [day, dayBefore];
  const name = sql.ref(language === 'vi' ? 'name_vi' : 'name_en');
  const rows = await rowsOf(
    db,
    sql<NamedRow>`
      select by, id, code, name, level, "parentId", national, within, stands, stood from (
        select 'unit' as by, u.id, u.code, u.name, u.level, u.parent_id as "parentId", null::integer as position, null as national,
          (${scope.all} or (select scope_is_everywhere()) or u.id in (select unnest(scope_places()))) as within,
          bool_or(u.day = ${day}::date) as stands, bool_or(u.day = ${dayBefore}::date) as stood
        from standing_units(${days}::date[]) u group by u.id, u.code, u.name, u.level, u.parent_id
        union all select 'field', id, code, ${name}, null, null, position, national, null, null, null from field where movement_id = ${movementId}
        union all select 'sector', id, code, ${name}, null, null, position, null, null, null, null from sector
        union all select 'change', 0, effective_on::text, '', null, null, null, null, null, null, null
          from (select distinct effective_on from reorganisation where state = 'applied') act) named
      order by position, id`,
  );
  const units = rows.filter((row) => row.by === 'unit');
  return {
    standing: units.filter((unit) => unit.stands),
    stood: units.filter((unit) => unit.stood),
    changes: rows
      .flatMap(({ by, code }) => (by === 'change' ? [code] : []))
      .sort()
      .reverse(),
    divisions: rows.flatMap(({ by, id, code, name, national }) =>
      by === 'unit' || by === 'change' ? [] : [{ by, key: String(id), code, id, label: name, national }],
    ),
  };
}
