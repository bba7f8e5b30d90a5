import type { ReadDb } from '#platform/server/context.ts';
import type { Named } from '../rules.ts';

const toNamed = (row: { id: number; code: string; name_vi: string; name_en: string }): Named => ({
  id: row.id,
  code: row.code,
  nameVi: row.name_vi,
  nameEn: row.name_en,
});

/** The fields of a movement in their order; of all movements when none is named. */
export async function listFields(db: ReadDb, movementId?: number): Promise<Named[]> {
  const rows = await db
    .selectFrom('field')
    .select(['id', 'code', 'name_vi', 'name_en'])
    .$if(movementId !== undefined, (query) => query.where('movement_id', '=', movementId as number))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toNamed);
}

/** The linked programmes of a movement in their order. */
export async function listProgrammes(db: ReadDb, movementId: number): Promise<Named[]> {
  const rows = await db
    .selectFrom('programme')
    .select(['id', 'code', 'name_vi', 'name_en'])
    .where('movement_id', '=', movementId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toNamed);
}
