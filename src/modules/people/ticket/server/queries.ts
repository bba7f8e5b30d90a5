import { createHash } from 'node:crypto';
import type { ReadDb } from '#platform/server/context.ts';
import type { Purpose } from './store.ts';

/** Whether a token still opens what it is for; looking uses nothing up. Seen by the system alone. */
export async function ticketIsGood(db: ReadDb, purpose: Purpose, token: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('ticket')
    .select('purpose')
    .where('token_hash', '=', createHash('sha256').update(token).digest())
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}
