import { createHash, randomBytes } from 'node:crypto';
import type { WriteDb } from '#platform/server/context.ts';

export type Purpose = 'second_step' | 'reset' | 'email' | 'passkey' | 'single_sign_on';
export interface Ticket<B> {
  personId: number | null;
  body: B;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Makes what opens one door once, for `minutes`; only its digest is kept. Answers the token. */
export async function issueTicket(
  tx: WriteDb,
  ticket: { purpose: Purpose; personId?: number | null; body?: object; minutes: number },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .insertInto('ticket')
    .values({
      token_hash: hashOf(token),
      purpose: ticket.purpose,
      person_id: ticket.personId ?? null,
      body: JSON.stringify(ticket.body ?? {}),
      created_at: now,
      expires_at: new Date(now.getTime() + ticket.minutes * 60_000),
    })
    .execute();
  return token;
}

/** A ticket that is still good, held until the end of the transaction: of many who come with it at once one goes on. */
export async function ticketForUpdate<B extends object>(
  tx: WriteDb,
  purpose: Purpose,
  token: string,
  now: Date,
): Promise<Ticket<B> | undefined> {
  const row = await tx
    .selectFrom('ticket')
    .select(['person_id', 'body'])
    .where('token_hash', '=', hashOf(token))
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row && { personId: row.person_id, body: row.body as unknown as B };
}

/** Uses a ticket up. */
export async function dropTicket(tx: WriteDb, token: string): Promise<void> {
  await tx.deleteFrom('ticket').where('token_hash', '=', hashOf(token)).execute();
}

/** No ticket of this person and purpose opens anything any more. */
export async function dropTicketsOf(tx: WriteDb, personId: number, ...purposes: Purpose[]): Promise<void> {
  await tx.deleteFrom('ticket').where('person_id', '=', personId).where('purpose', 'in', purposes).execute();
}

export async function dropOldTickets(tx: WriteDb, now: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('ticket').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
