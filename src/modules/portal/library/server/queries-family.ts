import { sql } from 'kysely';
import { type MapUnit, mapOf } from '#modules/organisations/boundary/server/queries.ts';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import { type PublicMember, publicFamily } from '../rules-family.ts';
import { PLACE_THEN } from './queries-place.ts';

/**
 * The family of a published model as the public may know it: those that are published, how many others, and the map of their places on
 * a day. One query, two of a family.
 */
export async function familyInPublic(
  db: ReadDb,
  id: number,
  day: string,
): Promise<ReturnType<typeof publicFamily> & { map: MapUnit[] }> {
  const rows = await rowsOf(
    db,
    sql<PublicMember>`
      select f.id, f.parent_id as "parentId", f.day, p.code, without_person(p.id, v.name) as name, p.unit_id as "unitId", n.name as unit
      from model_family(${id}) f left join (published_initiative p
        join initiative_version v on v.id = p.version_id ${PLACE_THEN}) on p.id = f.id`,
  );
  const family = publicFamily(rows);
  return { ...family, map: await mapOf(db, family.members, day) };
}
