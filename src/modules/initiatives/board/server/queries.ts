import { type RawBuilder, sql } from 'kysely';
import { clockJoins, dueOn } from '#modules/initiatives/clock/server/queries.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { withinScope } from '../../registration/server/queries.ts';
import { standsOn } from '../../registration/server/queries-names.ts';
import { type BoardLine, type BoardTotals, OVERDUE_STATES } from '../rules.ts';
import type { BoardFilter } from '../schema.ts';

const BOARD_PAGE = 50;
/** As many units as a file holds. */
export const BOARD_FILE = 20_000;

const overdueIn = sql.join(
  OVERDUE_STATES.map(
    (state) => sql`${sql.lit(state)}, nullif(count(*) filter (where w.state = ${sql.lit(state)} and w.over), 0)`,
  ),
);

/**
 * Begins a statement: `board` has a row for each unit under the reader's, or under `unit`, that registers: every commune that
 * stands today, and any other unit at which something of this year and level is kept.
 */
export function withBoard(
  ctx: Context,
  { cycle, level, unit }: { cycle: number; level: Level; unit?: number | undefined },
): RawBuilder<unknown> {
  const today = sql`${dayOf(ctx.now)}::date`;
  const mine = ctx.scope.all ? sql`true` : sql`u.id in (select unnest(scope_units()))`;
  const under = unit ? sql`and u.path_today <@ (select path_today from unit where id = ${unit})` : sql``;
  // At its own level a unit takes in, judges and decides as well.
  const own = level === 'commune' ? sql`w.over` : sql`w.over and w.state in ('returned', 'recalled', 'accepted')`;
  return sql`
    with waiting as (
      select r.keeper_unit_id, r.state, r.late_days, r.submitted_on, ${dueOn()} < ${today} as over
      from registration r join cycle_level l on l.cycle_id = r.cycle_id and l.level = r.level ${clockJoins()}
      where r.cycle_id = ${cycle} and r.level = ${level} and r.state not in ('withdrawn', 'annulled') and ${withinScope(ctx.scope)}),
    counted as (
      select w.keeper_unit_id as unit_id, count(*) filter (where w.submitted_on is not null) as sent,
        count(*) filter (where w.late_days > 0) as late, count(*) filter (where w.state = 'returned') as returned,
        count(*) filter (where w.over) as overdue, count(*) filter (where ${own}) as own_overdue,
        json_strip_nulls(json_build_object(${overdueIn})) as by_state
      from waiting w group by 1),
    board as materialized (
      select u.id as "unitId", n.name as unit, pn.name as parent, coalesce(c.sent, 0) as sent, coalesce(c.late, 0) as late,
        coalesce(c.returned, 0) as returned, coalesce(c.by_state, '{}') as overdue, coalesce(c.overdue, 0) as "overdueAll",
        coalesce(c.sent, 0) = 0 or c.returned > 0 or c.own_overdue > 0 as owes,
        (select max(m.day) from reminder m where m.unit_id = u.id) as "remindedOn", u.path_today as path
      from unit u
      join unit_name n on n.unit_id = u.id and ${standsOn('n', today)}
      join unit_kind k on k.unit_id = u.id and ${standsOn('k', today)}
      join unit_kind_type t on t.kind = k.kind
      left join counted c on c.unit_id = u.id
      left join unit_parent p on p.unit_id = u.id and ${standsOn('p', today)}
      left join unit_name pn on pn.unit_id = p.parent_id and ${standsOn('pn', today)}
      where (t.level = 'commune' or c.unit_id is not null) and ${mine} ${under})`;
}

const SHOW = {
  nothing: sql`sent = 0`,
  late: sql`late > 0`,
  returned: sql`returned > 0`,
  overdue: sql`"overdueAll" > 0`,
} as const;
const BY = { sent: sql`sent`, late: sql`late`, returned: sql`returned`, overdue: sql`"overdueAll"` } as const;
const BY_NAME = sql`parent collate "vi-x-icu" nulls first, unit collate "vi-x-icu", "unitId"`;

function orderOf(sort: BoardFilter['sort'] = 'name'): RawBuilder<unknown> {
  if (sort === 'name') return BY_NAME;
  const key = BY[sort.replace('-', '') as keyof typeof BY];
  return sort.startsWith('-') ? sql`${key} desc, ${BY_NAME}` : sql`${key}, ${BY_NAME}`;
}

/** A page of the board, how many lines there are, and its sums; one statement. */
export async function readBoard(
  db: ReadDb,
  ctx: Context,
  filter: BoardFilter & { cycle: number; level: Level },
  most = BOARD_PAGE,
): Promise<{ lines: BoardLine[]; total: number; totals: BoardTotals }> {
  const where = filter.show ? SHOW[filter.show] : sql`true`;
  const [row] = await rowsOf(
    db,
    sql<{ lines: BoardLine[] | null; total: number; totals: BoardTotals }>`
      ${withBoard(ctx, filter)}
      select (select json_agg(line) from (select "unitId", unit, parent, sent, late, returned, overdue, "overdueAll", owes, "remindedOn"
          from board where ${where} order by ${orderOf(filter.sort)} offset ${filter.after ?? 0}::integer limit ${sql.lit(most)}) line) as lines,
        (select count(*) from board where ${where}) as total,
        (select json_build_object('units', count(*), 'nothing', count(*) filter (where sent = 0), 'sent', coalesce(sum(sent), 0),
          'late', coalesce(sum(late), 0), 'returned', coalesce(sum(returned), 0), 'overdue', coalesce(sum("overdueAll"), 0)) from board) as totals`,
  );
  return { lines: row?.lines ?? [], total: row?.total ?? 0, totals: row?.totals as BoardTotals };
}
