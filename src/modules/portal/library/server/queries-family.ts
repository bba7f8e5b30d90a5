import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { type PublicMember, publicFamily } from '../rules-family.ts';
import { PLACE_THEN } from './queries-place.ts';

/** The family of a published model as the public may know it: those that are published, and how many others. One query. */
export async function familyInPublic(db: ReadDb, id: number): Promise<ReturnType<typeof publicFamily>> {
  const rows = await rowsOf(
    db,
    sql<PublicMember>`
      select f.id, f.parent_id as "parentId", f.day, p.code, without_person(p.id, v.name) as name, n.name as unit
      from model_family(${id}) f left join (published_initiative p
        join initiative_version v on v.id = p.version_id ${PLACE_THEN}) on p.id = f.id`,
  );
  return publicFamily(rows);
}
