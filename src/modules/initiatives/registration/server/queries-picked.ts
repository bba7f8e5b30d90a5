import { sql } from 'kysely';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Registration } from '../rules.ts';
import type { RegistrationFilter } from '../schema-filter.ts';
import { conditions, orderOf, withinScope } from './queries.ts';
import { matching } from './queries-text.ts';
import { registrationColumns, toRegistration } from './store.ts';

/** A registration that somebody has selected, as it is named to them. */
export interface Picked extends Registration {
  code: string;
  registrant: string | null;
  cycle: string;
}

/** Selected registrations by id within scope, in the order of their ids; what is outside the scope is not there. */
export async function pickedById(db: ReadDb, ctx: Context, ids: readonly number[]): Promise<Picked[]> {
  type Row = Parameters<typeof toRegistration>[0] & Pick<Picked, 'code' | 'registrant' | 'cycle'>;
  const rows = await rowsOf(
    db,
    sql<Row>`
      select ${registrationColumns(dayOf(ctx.now))}, i.code, g.name as registrant, c.code as cycle
      from registration r join unit u on u.id = r.keeper_unit_id join initiative i on i.id = r.initiative_id
        join cycle c on c.id = r.cycle_id left join registrant g on g.id = r.registrant_id
      where r.id = any ((select ${[...ids]}::integer[])::integer[]) and r.state <> 'annulled' and ${withinScope(ctx.scope)}
      order by r.id`,
  );
  return rows.map((row) => ({ ...toRegistration(row), code: row.code, registrant: row.registrant, cycle: row.cycle }));
}

/** The ids of what a filter holds, in its order, `most` of them at most. */
export async function matchingIds(
  db: ReadDb,
  ctx: Context,
  filter: RegistrationFilter,
  most: number,
): Promise<number[]> {
  const { after: _page, ...whole } = filter;
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`
      select r.id from registration r where ${conditions(ctx.scope, whole)} and ${await matching(db, whole)}
      order by ${orderOf(whole).by} limit ${sql.lit(most)}`,
  );
  return rows.map((row) => row.id);
}
