import { sql } from 'kysely';
import type { Cycle } from '#modules/movements/cycle/rules.ts';
import type { Named } from '#modules/movements/field/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { UnitChoice } from '../rules-list.ts';

/** What filters and forms offer to choose from. */
export interface Choices {
  /** Latest first. */
  cycles: Cycle[];
  fields: Named[];
  programmes: Named[];
  /** Units of the reader's territory that stand today, each parent before its children. */
  units: UnitChoice[];
}

const named = (
  table: string,
) => sql`(select coalesce(json_agg(json_build_object('id', id, 'code', code, 'nameVi', name_vi, 'nameEn', name_en)
  order by position, id), '[]') from ${sql.table(table)})`;

// Said by both ends: of `valid @> day` the planner expects one row, and would walk each table for each unit.
const on = (table: string, day: string) => {
  const valid = sql.ref(`${table}.valid`);
  return sql`lower(${valid}) <= ${day}::date and coalesce(upper(${valid}) > ${day}::date, true)`;
};

/** Everything to choose from, in one query: a list page has room for few. */
export async function choicesFor(db: ReadDb, ctx: Context): Promise<Choices> {
  const day = dayOf(ctx.now);
  const [row] = await rowsOf(
    db,
    sql<Choices>`
      select ${named('field')} as fields, ${named('programme')} as programmes,
        (select coalesce(json_agg(json_build_object('id', c.id, 'movementId', c.movement_id, 'code', c.code,
            'year', c.year, 'referenceDay', c.reference_day, 'opensOn', c.opens_on, 'legalBasis', c.legal_basis, 'codePrefix', m.code_prefix, 'levels', (
            select coalesce(json_agg(json_build_object('level', l.level, 'registerDueOn', l.register_due_on, 'appraiseDueOn', l.appraise_due_on)
              order by array_position(array['commune', 'district', 'province'], l.level)), '[]')
            from cycle_level l where l.cycle_id = c.id)) order by c.year desc, c.id desc), '[]') from cycle c join movement m on m.id = c.movement_id) as cycles,
        (select coalesce(json_agg(json_build_object('id', u.id, 'name', n.name, 'level', t.level,
            'parentId', (string_to_array(u.path_today::text, '.'))[nlevel(u.path_today) - 1]::integer) order by nlevel(u.path_today), c.code, u.id), '[]')
          from unit u
          join unit_name n on n.unit_id = u.id and ${on('n', day)}
          join unit_kind k on k.unit_id = u.id and ${on('k', day)}
          join unit_kind_type t on t.kind = k.kind
          left join unit_code c on c.unit_id = u.id and ${on('c', day)}
          where ${ctx.scope.all} or u.id in (select unnest(scope_units()))) as units`,
  );
  const { units, ...rest } = row as Choices;
  return { ...rest, units: inTree(units) };
}

/** Each unit after its parent; a unit whose parent is not in the list stands at the top. */
function inTree(units: UnitChoice[]): UnitChoice[] {
  const known = new Set(units.map((unit) => unit.id));
  const under = Map.groupBy(units, (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : 0));
  const walk = (parent: number): UnitChoice[] => (under.get(parent) ?? []).flatMap((unit) => [unit, ...walk(unit.id)]);
  return walk(0);
}
