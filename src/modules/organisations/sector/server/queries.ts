import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Sector } from '../rules.ts';

/** Every sector system, in its order; one query. */
export const listSectors = (db: ReadDb): Promise<Sector[]> =>
  rowsOf(db, sql<Sector>`select id, code, name_vi as vi, name_en as en from sector order by position, id`);
