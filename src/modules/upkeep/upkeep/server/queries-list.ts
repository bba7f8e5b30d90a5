import { sql } from 'kysely';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { atUnit } from '#modules/initiatives/registration/server/queries-unit.ts';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { IN_STOCK, type Standing } from '../rules.ts';
import type { UpkeepFilter } from '../schema.ts';
import { DUE_ON, standingOn } from './queries.ts';

/** A model of the list; days are `yyyy-mm-dd`. */
export interface UpkeepLine {
  id: number;
  code: string;
  name: string;
  registrant: string | null;
  unit: string | null;
  recognisedOn: string | null;
  checkedOn: string | null;
  dueOn: string | null;
  /** Null for what was recognised after the day asked for. */
  standing: Standing | null;
}

export interface UpkeepPage {
  /** How many models stand how on the day, and how many were recognised in the cycle. */
  counts: Partial<Record<Standing, number>> & { recognised: number };
  lines: UpkeepLine[];
  next: string | null;
}

const UPKEEP_PAGE = 50;

/**
 * Models within scope as they stood on a day, those that wait longest first, in one query. Decisions and acts are found by their
 * keys, so that row security is asked of these alone.
 */
export async function listUpkeep(
  db: ReadDb,
  ctx: Context,
  filter: UpkeepFilter & { on: string; cycle: number },
): Promise<UpkeepPage> {
  const { on, cycle, show = 'stock', after } = filter;
  const place = atUnit({ unit: filter.unit }) ?? sql`true`;
  const shown =
    show === 'recognised' ? sql`in_cycle` : sql`standing = any (${show === 'stock' ? [...IN_STOCK] : [show]}::text[])`;
  const [day, id] = after?.split('_') ?? [];
  const from = day
    ? sql`and (coalesce(due_on, 'infinity'::date), id) > (${day === '9999-12-31' ? 'infinity' : day}::date, ${id}::integer)`
    : sql``;
  const [row] = await rowsOf(
    db,
    sql<{ counts: UpkeepPage['counts']; lines: (UpkeepLine & { place: string })[] }>`
      with own as materialized (select r.initiative_id, r.cycle_id, r.recognised_by from registration r
        where r.state = 'recognised' and ${withinScope(ctx.scope)} and ${place}),
      decided as materialized (select d.id, d.decided_on from decision d where d.id = any (array(select distinct recognised_by from own))),
      recognised as (select o.initiative_id as id, max(d.decided_on) filter (where d.decided_on <= ${on}::date) as recognised_on,
          bool_or(o.cycle_id = ${cycle}) as in_cycle
        from own o join decided d on d.id = o.recognised_by group by o.initiative_id),
      last as (select distinct on (u.initiative_id) u.initiative_id, u.standing, u.day from upkeep u
        where u.initiative_id = any (array(select initiative_id from own)) and u.day <= ${on}::date order by u.initiative_id, u.id desc),
      model as materialized (select m.id, m.recognised_on, m.in_cycle, last.day as checked_on, ${standingOn(on)} as standing,
          case when m.recognised_on is not null then ${DUE_ON} end as due_on
        from recognised m left join last on last.initiative_id = m.id),
      page as (select * from model where ${shown} ${from} order by coalesce(due_on, 'infinity'::date), id limit ${sql.lit(UPKEEP_PAGE + 1)})
      select (select json_object_agg(standing, n) from (select standing, count(*) as n from model where standing is not null group by 1
          union all select 'recognised', count(*) from model where in_cycle) counted) as counts,
        (select coalesce(json_agg(json_build_object('id', p.id, 'code', i.code, 'name', i.name, 'registrant', g.name,
            'unit', ${nameUntil(sql.ref('i.keeper_unit_id'), on)}, 'recognisedOn', p.recognised_on, 'checkedOn', p.checked_on,
            'dueOn', p.due_on, 'standing', p.standing) order by coalesce(p.due_on, 'infinity'::date), p.id), '[]')
          from page p join initiative i on i.id = p.id left join registrant g on g.id = i.registrant_id) as lines`,
  );
  const { counts, lines } = row as NonNullable<typeof row>;
  const page = lines.slice(0, UPKEEP_PAGE);
  const end = lines.length > UPKEEP_PAGE ? page.at(-1) : undefined;
  return { counts, lines: page, next: end ? `${end.dueOn ?? '9999-12-31'}_${end.id}` : null };
}
