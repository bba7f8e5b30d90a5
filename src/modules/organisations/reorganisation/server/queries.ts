import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Level } from '../../unit/rules.ts';
import type { Plan } from '../rules.ts';

/** The level of every kind of unit. */
export async function levelsOfKinds(db: ReadDb): Promise<Map<string, Level>> {
  const rows = await db.selectFrom('unit_kind_type').select(['kind', 'level']).execute();
  return new Map(rows.map((row) => [row.kind, row.level as Level]));
}

export interface ReorganisationLine {
  id: number;
  resolution: string;
  issuedOn: string | null;
  effectiveOn: string;
  state: 'applied' | 'undone';
  counts: ReorganisationCounts;
  appliedByName: string;
  appliedAt: Date;
  undoneByName: string | null;
  undoneAt: Date | null;
}

/** Units that an act ended, created, and let go on under another name, kind or code. */
export interface ReorganisationCounts {
  ended: number;
  created: number;
  renamed: number;
}

const COLUMNS = sql`id, resolution, issued_on as "issuedOn", effective_on as "effectiveOn", state, counts, applied_by_name as "appliedByName",
  applied_at as "appliedAt", undone_by_name as "undoneByName", undone_at as "undoneAt"`;

/** The acts on record, the newest in force first. */
export async function listReorganisations(db: ReadDb): Promise<ReorganisationLine[]> {
  return rowsOf(
    db,
    sql<ReorganisationLine>`select ${COLUMNS} from reorganisation order by effective_on desc, id desc limit 200`,
  );
}

/** One act with what it was to do. */
export async function reorganisationById(
  db: ReadDb,
  id: number,
): Promise<(ReorganisationLine & { plan: Plan }) | undefined> {
  const [row] = await rowsOf(
    db,
    sql<ReorganisationLine & { plan: Plan }>`select ${COLUMNS}, plan from reorganisation where id = ${id}`,
  );
  return row;
}
