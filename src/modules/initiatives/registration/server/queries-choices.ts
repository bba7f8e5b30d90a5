import { type RawBuilder, sql } from 'kysely';
import type { Cycle, MovementName } from '#modules/movements/cycle/rules.ts';
import type { Named } from '#modules/movements/field/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { UnitChoice } from '../rules-list.ts';
import { standsOn } from './queries-names.ts';

/** A field or a programme of one movement. */
export type Part = Named & { movementId: number; closedOn: string | null };

/** What filters and forms offer to choose from. */
export interface Choices {
  /** Latest first. */
  cycles: (Cycle & MovementName)[];
  /** The closed ones too: who offers them to choose for something new leaves those out. */
  fields: Part[];
  programmes: Part[];
  /** Units of the reader's territory that stand today, each parent before its children. */
  units: UnitChoice[];
}

const named = (
  table: string,
) => sql`(select coalesce(json_agg(json_build_object('id', id, 'movementId', movement_id, 'code', code, 'nameVi', name_vi, 'nameEn', name_en,
  'closedOn', closed_on) order by position, id), '[]') from ${sql.table(table)})`;

const listed = (units: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`
  (select coalesce(json_agg(json_build_object('id', u.id, 'name', n.name, 'level', t.level,
      'parentId', (string_to_array(u.path_today::text, '.'))[nlevel(u.path_today) - 1]::integer) order by nlevel(u.path_today), c.code, u.id), '[]')
    from ${units} u
    join (${standing('unit_name', 'name', day)}) n on n.unit_id = u.id
    join (${standing('unit_kind', 'kind', day)}) k on k.unit_id = u.id
    join unit_kind_type t on t.kind = k.kind
    left join (${standing('unit_code', 'code', day)}) c on c.unit_id = u.id)`;

// Read whole, once: found one by one in an index of ranges, the names of a hundred units cost four times as much.
const standing = (table: string, column: string, day: RawBuilder<unknown>) =>
  sql`select unit_id, ${sql.ref(column)} from ${sql.table(table)} n where ${standsOn('n', day)} offset 0`;

/** Everything to choose from, in one query: a list page has room for few. */
export async function choicesFor(db: ReadDb, ctx: Context): Promise<Choices> {
  const day = sql`${dayOf(ctx.now)}`;
  const [row] = await rowsOf(
    db,
    sql<Choices>`
      select ${named('field')} as fields, ${named('programme')} as programmes,
        (select coalesce(json_agg(json_build_object('id', c.id, 'movementId', c.movement_id, 'code', c.code,
            'year', c.year, 'referenceDay', c.reference_day, 'opensOn', c.opens_on, 'legalBasis', c.legal_basis, 'codePrefix', m.code_prefix,
            'movementVi', m.name_vi, 'movementEn', m.name_en, 'levels', (
            select coalesce(json_agg(json_build_object('level', l.level, 'registerDueOn', l.register_due_on, 'appraiseDueOn', l.appraise_due_on)
              order by array_position(array['commune', 'district', 'province'], l.level)), '[]')
            from cycle_level l where l.cycle_id = c.id)) order by c.year desc, c.id desc), '[]') from cycle c join movement m on m.id = c.movement_id) as cycles,
        ${listed(sql`(select id, path_today from unit where ${ctx.scope.all} or (select scope_is_everywhere()) or id in (select unnest(scope_places())))`, day)} as units`,
  );
  const { units, ...rest } = row as Choices;
  return { ...rest, units: inTree(units) };
}

/** What the filter bar of a list offers. */
export interface FilterChoices {
  /** Latest first. */
  cycles: (Pick<Cycle, 'id' | 'code' | 'opensOn' | 'movementId'> & MovementName)[];
  fields: Part[];
  /** The top of the reader's territory and what stands directly under it, and the same on the way down to the chosen unit. */
  units: UnitChoice[];
  /** The view with which the reader opens the list, where that was asked for. */
  opens?: { id: number; address: string } | null;
}
/** Those choices, in one query; `unit` is the one that the list is narrowed to, `opening` asks how its reader opens it. */
export async function filterChoices(db: ReadDb, ctx: Context, unit?: number, opening = false): Promise<FilterChoices> {
  const { all, units, sectors } = ctx.scope;
  const tops = [...units, ...sectors.map((pair) => Number(pair.split('.')[1]))];
  const query = sql<FilterChoices>`
    with top as (select path_today as path from unit
        where case when ${all} then nlevel(path_today) = 1 else id = any (${tops}::integer[]) end),
      opened as (select path from top union all select above.path_today from unit above join unit chosen
        on chosen.path_today <@ above.path_today where chosen.id = ${unit ?? null}),
      offered as materialized (select id, path_today from unit
        where (${all} or (select scope_is_everywhere()) or id in (select unnest(scope_places()))) and (path_today in (select path from top)
          or nlevel(path_today) > 1 and subpath(path_today, 0, -1) in (select path from opened)))
    select (select coalesce(json_agg(json_build_object('id', c.id, 'movementId', c.movement_id, 'code', c.code, 'opensOn', c.opens_on,
          'movementVi', m.name_vi, 'movementEn', m.name_en) order by c.year desc, c.id desc), '[]')
        from cycle c join movement m on m.id = c.movement_id) as cycles,
      ${named('field')} as fields, ${listed(sql`offered`, sql`${dayOf(ctx.now)}`)} as units
      ${opening ? opensWith(ctx) : sql``}`;
  const [row] = await rowsOf(db, query);
  const choices = row as FilterChoices;
  return { ...choices, units: inTree(choices.units) };
}

const opensWith = ({ actor }: Context) => sql`, (select json_build_object('id', v.id, 'address', v.address)
  from saved_view v where v.person_id = ${actor.id} and v.is_default) as opens`;

/** Each unit after its parent; a unit whose parent is not in the list stands at the top. */
function inTree(units: UnitChoice[]): UnitChoice[] {
  const known = new Set(units.map((unit) => unit.id));
  const under = Map.groupBy(units, (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : 0));
  const walk = (parent: number): UnitChoice[] => (under.get(parent) ?? []).flatMap((unit) => [unit, ...walk(unit.id)]);
  return walk(0);
}
