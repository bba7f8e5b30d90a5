import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { isOpen } from './queries.ts';

/** What stands at units that end: registrations in all, those still open, those at divided units that nobody has placed, and drafts. */
export interface Touched {
  registrations: number;
  open: number;
  unplaced: number;
  drafts: number;
}

/** Counts what a change of units touches; one query. */
export async function touchedBy(db: ReadDb, ended: readonly number[], divided: readonly number[]): Promise<Touched> {
  const [row] = await rowsOf(
    db,
    sql<Touched>`
      select count(*) filter (where keeper_unit_id = any (${[...ended]}::integer[]))::integer as registrations,
        count(*) filter (where keeper_unit_id = any (${[...ended]}::integer[])
          and ${isOpen(sql`state`)})::integer as open,
        count(*) filter (where keeper_unit_id = any (${[...divided]}::integer[]) 
          and (place_unit_id is null or place_unit_id = keeper_unit_id))::integer as unplaced,
        drafts_at(${[...ended]}::integer[]) as drafts
      from registration where state <> 'annulled' and keeper_unit_id = any (${[...new Set([...ended, ...divided])]}::integer[])`,
  );
  return row as Touched;
}
