import type { Context, WriteDb } from '#platform/server/context.ts';
import type { Registration } from '../rules.ts';

/** Keeps what is told to a registrant as an event of the time line. */
export async function insertSaid(
  tx: WriteDb,
  ctx: Context,
  registration: Registration,
  feedback: string,
): Promise<void> {
  await tx
    .insertInto('registration_event')
    .values({
      registration_id: registration.id,
      act: 'feedback',
      state: registration.state,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      at: ctx.now,
      details: JSON.stringify({ feedback }),
    })
    .execute();
}
