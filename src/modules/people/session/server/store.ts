import { randomBytes } from 'node:crypto';
import type { Context, WriteDb } from '#platform/server/context.ts';
import { write } from '#platform/server/db.ts';
import { expiryOf, type From, isStale, SESSION_LIFE } from '../rules.ts';
import { type OpenSession, tokenHash } from './queries.ts';
import { knowDevice } from './store-device.ts';

/** What a browser keeps: the tokens of session and device, until when, and the language of its account. */
export interface NewSession {
  token: string;
  expires: Date;
  /** Only when the browser was not known yet. */
  device: string | undefined;
  language: string;
  personId: number;
}

/** Opens a session for who has proved who they are, at this moment, from there. */
export async function startSession(
  tx: WriteDb,
  account: { personId: number; language: string },
  from: From,
  now: Date,
): Promise<NewSession> {
  const { personId, language } = account;
  const token = randomBytes(32).toString('base64url');
  const expires = await insertSession(tx, token, personId, from, now);
  return { token, expires, device: await knowDevice(tx, personId, from.device, now), language, personId };
}

async function insertSession(tx: WriteDb, token: string, personId: number, from: From, now: Date): Promise<Date> {
  const expires = expiryOf(now, now);
  await tx
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      person_id: personId,
      created_at: now,
      last_seen_at: now,
      confirmed_at: now,
      expires_at: expires,
      user_agent: (from.userAgent ?? '').slice(0, 300),
      address: (from.address ?? '').slice(0, 60),
    })
    .execute();
  return expires;
}

export async function setConfirmed(tx: WriteDb, session: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ confirmed_at: now })
    .where('token_hash', '=', Buffer.from(session, 'hex'))
    .execute();
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

/** Ends every session of a person, but for the one named `kept` if given. Answers how many. */
export async function deleteSessionsOf(tx: WriteDb, personId: number, kept?: string): Promise<number> {
  let doomed = tx.deleteFrom('session').where('person_id', '=', personId);
  if (kept !== undefined) doomed = doomed.where('token_hash', '!=', Buffer.from(kept, 'hex'));
  return Number((await doomed.executeTakeFirstOrThrow()).numDeletedRows);
}

/** Removes sessions past their end. Answers how many. */
export async function deleteOver(tx: WriteDb, now: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
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
