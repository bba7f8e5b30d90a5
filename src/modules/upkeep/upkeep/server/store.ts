import type { Context, WriteDb } from '#platform/server/context.ts';
import { dayOf } from '#platform/server/context.ts';
import { asRead } from '#platform/server/db.ts';
import type { Kept, UpkeepAct } from '../rules.ts';
import { type KeptModel, keptModel } from './queries.ts';

/** A model within scope, locked until what is done for it stands. */
export async function keptModelForUpdate(tx: WriteDb, ctx: Context, id: number): Promise<KeptModel | undefined> {
  await tx.selectFrom('initiative').select('id').where('id', '=', id).forUpdate().execute();
  return keptModel(asRead(tx), ctx, id);
}

/** Records what was found or done. */
export async function insertUpkeep(
  tx: WriteDb,
  ctx: Context,
  initiativeId: number,
  done: { act: UpkeepAct; standing: Kept; note: string },
): Promise<void> {
  await tx
    .insertInto('upkeep')
    .values({
      ...done,
      initiative_id: initiativeId,
      day: dayOf(ctx.now),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      at: ctx.now,
    })
    .execute();
}
