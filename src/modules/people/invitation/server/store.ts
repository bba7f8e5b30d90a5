import { createHash, randomBytes } from 'node:crypto';
import type { WriteDb } from '#platform/server/context.ts';
import { INVITATION } from '../rules.ts';

export const tokenHashOf = (token: string) => createHash('sha256').update(token).digest();

/** A person who may be invited: there, without an account; held until the end of the transaction. */
export async function personWithoutAccount(
  tx: WriteDb,
  personId: number,
): Promise<{ personId: number; fullName: string; unitId: number | null } | undefined> {
  const row = await tx
    .selectFrom('person')
    .leftJoin('account', 'account.person_id', 'person.id')
    .select(['person.id', 'full_name', 'unit_id'])
    .where('person.id', '=', personId)
    .where('account.person_id', 'is', null)
    .forUpdate('person')
    .executeTakeFirst();
  return row && { personId: row.id, fullName: row.full_name, unitId: row.unit_id };
}

/** An invitation in place of whatever was open for this person. Answers its id. */
export async function insertInvitation(
  tx: WriteDb,
  invitation: { personId: number; email: string | null; invitedBy: number | null },
  now: Date,
): Promise<number> {
  const { personId: person_id, email, invitedBy: invited_by } = invitation;
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('person_id', '=', person_id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const { id } = await tx
    .insertInto('invitation')
    .values({
      person_id,
      email,
      invited_by,
      created_at: now,
      expires_at: new Date(now.getTime() + INVITATION.life),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The address of a person's last invitation. */
export async function lastEmail(tx: WriteDb, personId: number): Promise<string | null> {
  const last = tx.selectFrom('invitation').select('email').where('person_id', '=', personId).orderBy('id', 'desc');
  return (await last.limit(1).executeTakeFirst())?.email ?? null;
}

/** Makes the link's token, in place of an earlier one; only its digest is kept. */
export async function makeToken(tx: WriteDb, id: number, sentAt: Date | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx
    .updateTable('invitation')
    .set({ token_hash: tokenHashOf(token), sent_at: sentAt })
    .where('id', '=', id)
    .execute();
  return token;
}

/** How many invitations an actor has made since, and how many went to an address since. */
export async function countSince(
  tx: WriteDb,
  { actorId, hour, email, day }: { actorId: number | null; hour: Date; email: string | null; day: Date },
): Promise<{ made: number; sent: number }> {
  const count = tx.selectFrom('invitation').select(({ fn }) => fn.countAll<number>().as('n'));
  const made = await count.where('invited_by', '=', actorId).where('created_at', '>', hour).executeTakeFirstOrThrow();
  const sent = await count.where('email', '=', email).where('created_at', '>', day).executeTakeFirstOrThrow();
  return { made: made.n, sent: sent.n };
}

export interface Invited {
  id: number;
  personId: number;
  fullName: string;
  unitId: number | null;
  email: string | null;
  sentAt: Date | null;
}

/** An invitation that is open, by id or by its link, held until the end of the transaction: of many presses one goes on. */
export async function openInvitationForUpdate(
  tx: WriteDb,
  by: { id: number } | { token: string },
  now: Date,
): Promise<Invited | undefined> {
  let found = tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.person_id')
    .select(['invitation.id', 'person_id', 'full_name', 'unit_id', 'invitation.email', 'sent_at'])
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);
  found = 'id' in by ? found.where('invitation.id', '=', by.id) : found.where('token_hash', '=', tokenHashOf(by.token));
  const row = await found.forUpdate('invitation').executeTakeFirst();
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      fullName: row.full_name,
      unitId: row.unit_id,
      email: row.email,
      sentAt: row.sent_at,
    }
  );
}

export async function markUsed(tx: WriteDb, id: number, now: Date): Promise<void> {
  await tx.updateTable('invitation').set({ used_at: now, token_hash: null }).where('id', '=', id).execute();
}

export async function markRevoked(tx: WriteDb, id: number, now: Date): Promise<void> {
  await tx.updateTable('invitation').set({ revoked_at: now, token_hash: null }).where('id', '=', id).execute();
}
