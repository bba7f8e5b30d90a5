import { sql } from 'kysely';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Role } from '../rules.ts';

/** Why somebody sees a record: as its registrant, by the territory of their office, by open work of a unit that has ended, or by a duty that sees all. */
const WHYS = ['registrant', 'territory', 'kept', 'all'] as const;

export interface Reader {
  personId: number;
  name: string;
  role: Role;
  unit: string | null;
  why: (typeof WHYS)[number];
}

/** Where a record lies, as its own module has loaded it within the asker's scope. */
export interface RecordPlace {
  keeperUnitId: number;
  registrantId: number;
  sectorId: number | null;
  open: boolean;
}

/** Everybody with an account who can see a record today, each duty a line; one query. Ask only for what the asker has loaded. */
export async function readersOf(db: ReadDb, ctx: Context, place: RecordPlace): Promise<Reader[]> {
  return rowsOf(
    db,
    sql<Reader>`
      select person_id as "personId", full_name as name, role, unit_name as unit, why
      from readers_of(${place.keeperUnitId}, ${place.registrantId}, ${place.sectorId}::integer, ${place.open}, ${dayOf(ctx.now)}::date)`,
  );
}
