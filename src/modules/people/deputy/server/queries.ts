import { sql } from 'kysely';
import type { Language } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Deputy } from '../rules.ts';

export const deputiesColumns = sql`id, office_id as "officeId", role, unit_id as "unitId", path, unit, absent_id as "absentId", absent,
  deputy_id as "deputyId", deputy, since, until`;

/** Who stands for a person, and for whom they stand, now and to come, as far as the asker may know; one query. */
export const deputiesOf = (db: ReadDb, ctx: Context, personId: number): Promise<Deputy[]> =>
  rowsOf(db, sql<Deputy>`select ${deputiesColumns} from deputies_with(${personId}, ${dayOf(ctx.now)}::date)`);

/** What the letter to a deputy says, and to which address; undefined once it is over. For the system. */
export async function letterOf(db: ReadDb, ctx: Context, id: number) {
  const [found] = await rowsOf(
    db,
    sql<Deputy & { email: string | null; language: Language }>`
      select d.*, p.email, c.language from appointment a join person p on p.id = a.person_id
      join account c on c.person_id = a.person_id
      cross join lateral (select ${deputiesColumns} from deputies_with(a.person_id, ${dayOf(ctx.now)}::date) w where w.id = a.id) d
      where a.id = ${id}`,
  );
  return found;
}
