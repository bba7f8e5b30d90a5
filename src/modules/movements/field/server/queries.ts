import { sql } from 'kysely';
import type { ReadDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { MovementPart, PartKind } from '../rules.ts';

/** What a movement consists of, of one kind in its order; of all movements when none is named. */
async function listParts(db: ReadDb, kind: PartKind, movementId?: number): Promise<MovementPart[]> {
  const national = kind === 'field' ? sql`national` : sql`null`;
  const where = movementId === undefined ? sql`` : sql`where movement_id = ${movementId}`;
  return rowsOf(
    db,
    sql<MovementPart>`select id, code, name_vi as "nameVi", name_en as "nameEn", ${national} as national, closed_on as "closedOn"
      from ${sql.table(kind)} ${where} order by position, id`,
  );
}

/** The fields of a movement in their order; of all movements when none is named. */
export const listFields = (db: ReadDb, movementId?: number) => listParts(db, 'field', movementId);

/** The linked programmes of a movement in their order. */
export const listProgrammes = (db: ReadDb, movementId: number) => listParts(db, 'programme', movementId);

/** The title groups of a movement in their order. */
export const listTitleGroups = (db: ReadDb, movementId: number) => listParts(db, 'title_group', movementId);

/** The title groups that a year offers on a day: those chosen for it, else all of its movement; without the closed ones. */
export async function titleGroupsOf(db: ReadDb, cycleId: number, day: string): Promise<MovementPart[]> {
  return rowsOf(
    db,
    sql<MovementPart>`select g.id, g.code, g.name_vi as "nameVi", g.name_en as "nameEn", g.closed_on as "closedOn"
      from title_group g join cycle c on c.movement_id = g.movement_id
      where c.id = ${cycleId} and (g.closed_on is null or g.closed_on > ${day}::date)
        and (exists (select from cycle_title_group o where o.cycle_id = c.id and o.title_group_id = g.id)
          or not exists (select from cycle_title_group o where o.cycle_id = c.id))
      order by g.position, g.id`,
  );
}

/** The ids of the title groups that were chosen for a year; none: it offers all. */
export async function chosenTitleGroups(db: ReadDb, cycleId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('cycle_title_group')
    .select('title_group_id')
    .where('cycle_id', '=', cycleId)
    .execute();
  return rows.map((row) => row.title_group_id);
}
