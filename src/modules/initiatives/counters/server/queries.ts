import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import type { Check } from '#platform/server/database-fit.ts';
import { rowsOf } from '#platform/server/db.ts';
import { COUNTED } from './queries-recount.ts';

/** One leaf cell in which counters and rows disagree; the five figures are counters minus rows. */
export interface Difference {
  cycle: string;
  level: string;
  unit_id: number;
  registered: number;
  carried_out: number;
  recognised: number;
  outstanding: number;
  commended: number;
}

const DIFFERENCES = `${COUNTED}
  select c.code as cycle, d.* from (
    select cycle_id, level, unit_id, sum(registered)::integer as registered, sum(carried_out)::integer as carried_out,
      sum(recognised)::integer as recognised, sum(outstanding)::integer as outstanding, sum(commended)::integer as commended
    from (
      select * from registration_count
      union all
      select cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject,
        -registered, -carried_out, -recognised, -outstanding, -commended from counted
    ) signed
    group by cycle_id, level, unit_id, keeper_unit_id, sector_id, field_id, subject
    having sum(registered) <> 0 or sum(carried_out) <> 0 or sum(recognised) <> 0 or sum(outstanding) <> 0 or sum(commended) <> 0
  ) d join cycle c on c.id = d.cycle_id
  order by c.code, d.level, d.unit_id`;

/** Every leaf cell whose counters differ from its rows, in one snapshot; only who sees all rows can tell. */
export function differences(db: ReadDb): Promise<Difference[]> {
  return rowsOf(db, sql<Difference>`${sql.raw(DIFFERENCES)}`);
}

/** For `kheo doctor`: counters and rows agree. */
export const counterChecks: Check[] = [
  {
    name: 'counters',
    async run(client) {
      // The owner, too, stands behind row security.
      await client.query(`begin read only; set local kheo.scope_all = 'on'`);
      try {
        const { rows: found } = await client.query<Difference>(DIFFERENCES);
        const first = found[0];
        if (!first) return null;
        const place = `cycle ${first.cycle}, level ${first.level}, unit ${first.unit_id}`;
        return `${found.length} of the counters differ from the rows they count (first: ${place}). Run ./bin/kheo recount.`;
      } finally {
        await client.query('rollback');
      }
    },
  },
];
