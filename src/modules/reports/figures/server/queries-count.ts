import { type RawBuilder, sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { ReadDb, Scope } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Figure, View } from '../rules.ts';
import type { Cut } from '../rules-groups.ts';

/** The five sums of one cycle and level over one value of one division. */
export interface CountRow extends Figure {
  cycleId: number;
  level: Level | 'any';
  by: 'unit' | Cut;
  key: string | null;
  /** For every division but the unit: whether these rows belong to the place that was asked for. */
  inside: boolean;
}

export interface CountAsk {
  /** The cycles with the ids of the units that belong to the place on each one's tree; null = whatever the scope holds. */
  cycles: { id: number; inside: readonly number[] | null }[];
  levels: (Level | 'any')[];
  cuts: readonly Cut[];
  /** Only these units are counted at all; null = whatever the scope holds. */
  units: readonly number[] | null;
  view: View;
}

/** Which unit counts: the one that a registration was recorded at (or its place's), or the one that answers for it. */
const unitIn = (view: View) => sql.ref(view === 'now' ? 'keeper_unit_id' : 'unit_id');
const COLUMN = {
  field: sql.ref('field_id'),
  subject: sql.ref('subject'),
  sector: sql.ref('sector_id'),
};

/** What the sums beside the leaf cells are kept by. */
const SUMMED = { unit: true, field: true };

/** The counters summed by unit and by each cut, within the session's scope; one query over sums or leaf cells. */
export async function countRows(db: ReadDb, scope: Scope, ask: CountAsk): Promise<CountRow[]> {
  const divisions = ['unit', ...ask.cuts] as const;
  const unit = unitIn(ask.view);
  const column = { ...COLUMN, unit };
  const sets = divisions.map(
    (each) => sql`(cycle_id, level, ${each === 'unit' ? sql`` : sql`inside, `}${column[each]})`,
  );
  const where: RawBuilder<unknown>[] = [
    sql`cycle_id in (${sql.join(ask.cycles.map((cycle) => cycle.id))})`,
    sql`level in (${sql.join(ask.levels)})`,
  ];
  // The session's scope once more, beside row security.
  const bySector = scope.sectors.length > 0;
  const ofSectors = bySector
    ? sql`or sector_at(sector_id, keeper_unit_id) in (select unnest(scope_sector_units()))`
    : sql``;
  if (!scope.all)
    where.push(sql`((select scope_is_everywhere()) or keeper_unit_id in (select unnest(scope_units())) ${ofSectors})`);
  if (ask.units) where.push(sql`${unit} in (select unnest(${[...ask.units]}::integer[]))`);
  // Sums by unit and field are a few hundred rows where leaf cells are thousands; they know no sector.
  const summed = !bySector && divisions.every((each) => each in SUMMED);
  const leaves = summed ? 'registration_count_by_field' : 'registration_count';
  const counts = sql.ref(ask.view === 'origin' ? 'registration_count_by_place' : leaves);
  const bit = (each: keyof typeof column) => sql`grouping(${column[each]}) = 0`;
  const named = sql.join(
    divisions.map((each) => sql`when ${bit(each)} then ${sql.lit(each)}`),
    sql` `,
  );
  const keyed = sql.join(
    divisions.map((each) => sql`when ${bit(each)} then ${column[each]}::text`),
    sql` `,
  );
  return rowsOf(
    db,
    sql<CountRow>`
      select cycle_id as "cycleId", level, case ${named} end as by, case ${keyed} end as key, bool_or(inside) as inside,
        sum(registered) as registered, sum(carried_out) as "carriedOut", sum(recognised) as recognised,
        sum(outstanding) as outstanding, sum(commended) as commended
      from (select *, ${insideOf(ask, unit)} as inside from ${counts} where ${sql.join(where, sql` and `)}) counted
      group by grouping sets (${sql.join(sets)})`,
  );
}

function insideOf({ cycles }: CountAsk, unit: RawBuilder<unknown>): RawBuilder<boolean> {
  const limited = cycles.filter((cycle) => cycle.inside !== null);
  if (limited.length === 0) return sql<boolean>`true`;
  const cases = limited.map(
    (cycle) => sql`when ${cycle.id} then ${unit} in (select unnest(${[...(cycle.inside ?? [])]}::integer[]))`,
  );
  return sql<boolean>`case cycle_id ${sql.join(cases, sql` `)} else true end`;
}
