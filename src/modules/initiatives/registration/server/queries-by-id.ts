import { sql } from 'kysely';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Registration } from '../rules.ts';
import { withinScope } from './queries.ts';
import { registrationColumns, toRegistration } from './store.ts';

/** Registrations by id within scope, in the order of their ids, as rules and policies see them; annulled ones are not there. */
export async function registrationsById(db: ReadDb, ctx: Context, ids: readonly number[]): Promise<Registration[]> {
  const rows = await rowsOf(
    db,
    sql<Parameters<typeof toRegistration>[0]>`
      select ${registrationColumns(dayOf(ctx.now))} from registration r join unit u on u.id = r.keeper_unit_id
      where r.id = any (${[...ids]}::integer[]) and r.state <> 'annulled' and ${withinScope(ctx.scope)} order by r.id`,
  );
  return rows.map(toRegistration);
}
