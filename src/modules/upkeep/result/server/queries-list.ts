import { sql } from 'kysely';
import { withinScope } from '#modules/initiatives/registration/server/queries.ts';
import { atUnit } from '#modules/initiatives/registration/server/queries-unit.ts';
import { nameUntil } from '#modules/organisations/unit/server/queries-names.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Kind, ResultState } from '../rules.ts';
import type { ResultFilter } from '../schema.ts';

/** What was brought about of one kind in a cycle; `unit` is that of a kind of one's own. */
export interface ResultSum {
  kind: Kind;
  unit: string;
  claimed: number;
  verified: number;
  /** How many results and models each sum is of. */
  claimedCount: number;
  verifiedCount: number;
  models: number;
}

export interface ResultLine {
  id: number;
  initiativeId: number;
  code: string;
  model: string;
  place: string | null;
  kind: Kind;
  name: string;
  unit: string;
  before: number | null;
  after: number;
  evidence: string;
  state: ResultState;
  claimedByName: string;
  settledByName: string | null;
}

export interface ResultPage {
  sums: ResultSum[];
  lines: ResultLine[];
  /** How many lines match. */
  total: number;
  next: number | null;
}

const RESULT_PAGE = 50;
/** So many lines a file holds. */
export const RESULT_FILE = 50_000;

/** Results of a cycle within scope: the sums, claimed and verified apart, and the rows behind them, latest first. One query. */
export async function listResults(
  db: ReadDb,
  ctx: Context,
  filter: ResultFilter & { cycle: number },
  page: number = RESULT_PAGE,
): Promise<ResultPage> {
  const { cycle, kind, state, of, after } = filter;
  const place = atUnit({ unit: filter.unit }) ?? sql`true`;
  const narrowed = sql.join(
    [
      sql`true`,
      ...(kind ? [sql`kind = ${kind}`] : []),
      ...(state ? [sql`state = ${state}`] : []),
      ...(of ? [sql`unit = ${of}`] : []),
    ],
    sql` and `,
  );
  const [row] = await rowsOf(
    db,
    sql<Omit<ResultPage, 'next'>>`
      with counted as materialized (select x.*, x.after_value - coalesce(x.before_value, 0) as achieved from result x
        where x.cycle_id = ${cycle} and x.state <> 'taken_back' and exists (select from registration r
          where r.initiative_id = x.initiative_id and r.cycle_id = x.cycle_id and r.state not in ('annulled', 'withdrawn')
            and ${withinScope(ctx.scope)} and ${place})),
      page as (select * from counted where ${narrowed} ${after ? sql`and id < ${after}` : sql``} order by id desc limit ${sql.lit(page + 1)})
      select (select coalesce(json_agg(s order by array_position(array['money', 'households', 'people', 'km', 'm2', 'labour_days', 'custom'], s.kind), s.unit), '[]')
          from (select kind, unit, coalesce(sum(achieved) filter (where state = 'claimed'), 0) as claimed,
              coalesce(sum(achieved) filter (where state = 'verified'), 0) as verified, count(*) filter (where state = 'claimed') as "claimedCount",
              count(*) filter (where state = 'verified') as "verifiedCount", count(distinct initiative_id) as models
            from counted group by kind, unit) s) as sums,
        (select count(*) from counted where ${narrowed}) as total,
        (select coalesce(json_agg(json_build_object('id', p.id, 'initiativeId', p.initiative_id, 'code', i.code, 'model', i.name,
            'place', ${nameUntil(sql.ref('i.keeper_unit_id'), dayOf(ctx.now))}, 'kind', p.kind, 'name', p.name, 'unit', p.unit,
            'before', p.before_value, 'after', p.after_value, 'evidence', p.evidence, 'state', p.state,
            'claimedByName', p.claimed_by_name, 'settledByName', p.settled_by_name) order by p.id desc), '[]')
          from page p join initiative i on i.id = p.initiative_id) as lines`,
  );
  const { sums, lines, total } = row as NonNullable<typeof row>;
  const shown = lines.slice(0, page);
  return { sums, lines: shown, total, next: lines.length > page ? (shown.at(-1)?.id ?? null) : null };
}
