import { randomBytes } from 'node:crypto';
import type { WriteDb } from '#platform/server/context.ts';
import { DEVICE_LIFE } from '../rules.ts';
import { tokenHash } from './queries.ts';

/** Notes that a person has signed in with a browser. Answers the token to keep there; nothing when it has one already. */
export async function knowDevice(
  tx: WriteDb,
  personId: number,
  token: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (token) {
    const seen = await tx
      .updateTable('device')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash(token))
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (seen.numUpdatedRows > 0n) return undefined;
  }
  const made = randomBytes(32).toString('base64url');
  await tx
    .insertInto('device')
    .values({ token_hash: tokenHash(made), person_id: personId, created_at: now, used_at: now })
    .execute();
  const kept = tx
    .selectFrom('device')
    .select('token_hash')
    .where('person_id', '=', personId)
    .orderBy('used_at', 'desc')
    .limit(DEVICE_LIFE.most);
  await tx.deleteFrom('device').where('person_id', '=', personId).where('token_hash', 'not in', kept).execute();
  return made;
}

/** No browser of this person is known any more. */
export async function forgetDevices(tx: WriteDb, personId: number): Promise<void> {
  await tx.deleteFrom('device').where('person_id', '=', personId).execute();
}

export async function forgetUnusedDevices(tx: WriteDb, now: Date): Promise<number> {
  const before = new Date(now.getTime() - DEVICE_LIFE.unused);
  const { numDeletedRows } = await tx.deleteFrom('device').where('used_at', '<=', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
