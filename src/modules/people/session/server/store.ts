import type { Context, WriteDb } from '#platform/server/context.ts';
import { write } from '#platform/server/db.ts';
import { expiryOf, type Failures, isStale, LOCKOUT, SESSION_LIFE } from '../rules.ts';
import { type OpenSession, tokenHash } from './queries.ts';

/** Holds the counter of a typed name until the end of the transaction, so that guesses sent at once are counted one by one. */
export async function failuresForUpdate(tx: WriteDb, username: string, now: Date): Promise<Failures | undefined> {
  const row = await tx
    .insertInto('sign_in_failure')
    .values({ username, failed_count: 0, last_at: now })
    .onConflict((taken) => taken.column('username').doUpdateSet({ username }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return row.failed_count > 0
    ? { count: row.failed_count, lastAt: row.last_at, lockedUntil: row.locked_until }
    : undefined;
}

export async function saveFailures(tx: WriteDb, username: string, failures: Failures): Promise<void> {
  await tx
    .updateTable('sign_in_failure')
    .set({ failed_count: failures.count, last_at: failures.lastAt, locked_until: failures.lockedUntil })
    .where('username', '=', username)
    .execute();
}

export async function clearFailures(tx: WriteDb, username: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('username', '=', username).execute();
}

export async function insertSession(
  tx: WriteDb,
  token: string,
  personId: number,
  userAgent: string,
  now: Date,
): Promise<Date> {
  const expires = expiryOf(now, now);
  await tx
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      person_id: personId,
      created_at: now,
      last_seen_at: now,
      expires_at: expires,
      user_agent: userAgent.slice(0, 300),
    })
    .execute();
  return expires;
}

export async function sessionForUpdate(
  tx: WriteDb,
  id: string,
): Promise<{ personId: number; hash: Buffer } | undefined> {
  const hash = Buffer.from(id, 'hex');
  const row = await tx
    .selectFrom('session')
    .select('person_id')
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  return row && { personId: row.person_id, hash };
}

export async function deleteSession(tx: WriteDb, hash: Buffer): Promise<void> {
  await tx.deleteFrom('session').where('token_hash', '=', hash).execute();
}

/** Ends every session of a person, but for the one of `token` if given. */
export async function deleteSessionsOf(tx: WriteDb, personId: number, token?: string): Promise<void> {
  let doomed = tx.deleteFrom('session').where('person_id', '=', personId);
  if (token !== undefined) doomed = doomed.where('token_hash', '!=', tokenHash(token));
  await doomed.execute();
}

/** Removes what is over: sessions past their end, counts of a day ago. Answers how many rows. */
export async function deleteOver(tx: WriteDb, now: Date): Promise<{ sessions: number; failures: number }> {
  const sessions = await tx.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirst();
  const forgotten = new Date(now.getTime() - LOCKOUT.forgotten);
  const failures = await tx.deleteFrom('sign_in_failure').where('last_at', '<=', forgotten).executeTakeFirst();
  return { sessions: Number(sessions.numDeletedRows), failures: Number(failures.numDeletedRows) };
}

/**
 * Notes that a session was seen, at most once in five minutes, which also moves its end. One of the named exceptions to
 * "only actions write": it changes nothing that anyone would ask about.
 */
export async function touchSession(ctx: Context, token: string, session: OpenSession): Promise<void> {
  if (!isStale(session.lastSeenAt, ctx.now)) return;
  await write(ctx, async (tx) => {
    const hash = tokenHash(token);
    const due = new Date(ctx.now.getTime() - SESSION_LIFE.touch);
    const row = await tx
      .selectFrom('session')
      .select('created_at')
      .where('token_hash', '=', hash)
      .where('last_seen_at', '<=', due)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row) return;
    const expires = expiryOf(row.created_at, ctx.now);
    await tx
      .updateTable('session')
      .set({ last_seen_at: ctx.now, expires_at: expires })
      .where('token_hash', '=', hash)
      .execute();
  });
}
