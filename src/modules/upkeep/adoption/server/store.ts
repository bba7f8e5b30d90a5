import { type Context, dayOf, type WriteDb } from '#platform/server/context.ts';

/** Says, or says anew, from which model another was learnt. */
export async function saveAdoption(
  tx: WriteDb,
  ctx: Context,
  told: { id: number; parentId: number; kept: string; changed: string; dropped: string },
): Promise<void> {
  const { id, parentId, ...words } = told;
  const said = { ...words, parent_id: parentId, actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: ctx.now };
  await tx
    .insertInto('adoption')
    .values({ initiative_id: id, day: dayOf(ctx.now), ...said })
    .onConflict((same) => same.column('initiative_id').doUpdateSet(said))
    .execute();
}

/** Takes back what was told; the audit keeps it. */
export async function deleteAdoption(tx: WriteDb, id: number): Promise<void> {
  await tx.deleteFrom('adoption').where('initiative_id', '=', id).execute();
}
