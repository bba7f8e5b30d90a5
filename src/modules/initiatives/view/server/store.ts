import type { Context, WriteDb } from '#platform/server/context.ts';

/** A saved view as it is changed. */
export interface KeptView {
  id: number;
  personId: number;
  name: string;
}

/** A view that the actor may see, locked if it is their own. */
export async function viewForUpdate(tx: WriteDb, id: number): Promise<KeptView | undefined> {
  const row = await tx
    .selectFrom('saved_view')
    .select(['id', 'person_id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.id, personId: row.person_id, name: row.name };
}

/** How many views the actor has under other names. */
export async function countOthers(tx: WriteDb, ctx: Context, name: string, id = 0): Promise<number> {
  const row = await tx
    .selectFrom('saved_view')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person_id', '=', ctx.actor.id)
    .where('name', '<>', name)
    .where('id', '<>', id)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Whether another view of the actor has this name. */
export async function isNamed(tx: WriteDb, ctx: Context, name: string, but: number): Promise<boolean> {
  const row = await tx
    .selectFrom('saved_view')
    .select('id')
    .where('person_id', '=', ctx.actor.id)
    .where('name', '=', name)
    .where('id', '<>', but)
    .executeTakeFirst();
  return row !== undefined;
}

/** No view of the actor opens first any more. */
export async function noDefault(tx: WriteDb, ctx: Context): Promise<void> {
  await tx.updateTable('saved_view').set({ is_default: false }).where('person_id', '=', ctx.actor.id).execute();
}

/** Writes a view under its name; answers its id. */
export async function putView(
  tx: WriteDb,
  ctx: Context,
  view: { name: string; address: string; isDefault: boolean; unitId: number | null },
): Promise<number> {
  const kept = { address: view.address, is_default: view.isDefault, unit_id: view.unitId, saved_at: ctx.now };
  const row = await tx
    .insertInto('saved_view')
    .values({ person_id: ctx.actor.id as number, name: view.name, ...kept })
    .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet(kept))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function changeKept(
  tx: WriteDb,
  id: number,
  view: { name: string; isDefault: boolean; unitId: number | null },
): Promise<void> {
  await tx
    .updateTable('saved_view')
    .set({ name: view.name, is_default: view.isDefault, unit_id: view.unitId })
    .where('id', '=', id)
    .execute();
}

export async function deleteView(tx: WriteDb, id: number): Promise<void> {
  await tx.deleteFrom('saved_view').where('id', '=', id).execute();
}
