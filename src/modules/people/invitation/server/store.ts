import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { accountForUpdate, type Managed, personToManage } from '../../account/server/store.ts';
import { INVITATION } from '../rules.ts';

export const tokenHashOf = (token: string) => createHash('sha256').update(token).digest();

/** Somebody whom who asks administers and who has no account; held until the end of the transaction. */
export async function personWithoutAccount(tx: WriteDb, personId: number): Promise<Managed | undefined> {
  const person = await personToManage(tx, personId);
  return person && !(await accountForUpdate(tx, personId)) ? person : undefined;
}

/** Takes back whatever is open for a person. */
export async function revokeOpen(tx: WriteDb, personId: number, now: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now, token_hash: null })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** An invitation in place of whatever was open for this person. Answers its id. */
export async function insertInvitation(
  tx: WriteDb,
  invitation: { personId: number; email: string | null; invitedBy: number | null },
  now: Date,
): Promise<number> {
  const { personId: person_id, email, invitedBy: invited_by } = invitation;
  await revokeOpen(tx, person_id, now);
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
  // Whoever has invited there: an address is spared as a whole.
  const { rows } = await sql<{ sent: number }>`select invitations_to(${email}, ${day}::timestamptz) as sent`.execute(
    tx,
  );
  return { made: made.n, sent: rows[0]?.sent ?? 0 };
}

export interface Invited {
  id: number;
  personId: number;
  fullName: string;
  unitId: number | null;
  email: string | null;
  sentAt: Date | null;
  /** As policies want it. */
  whole: boolean;
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
    .select(sql<boolean>`scope_is_all() or person_id = any (scope_people_whole())`.as('whole'))
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
      whole: row.whole,
    }
  );
}

export async function markUsed(tx: WriteDb, id: number, now: Date): Promise<void> {
  await tx.updateTable('invitation').set({ used_at: now, token_hash: null }).where('id', '=', id).execute();
}

export async function markRevoked(tx: WriteDb, id: number, now: Date): Promise<void> {
  await tx.updateTable('invitation').set({ revoked_at: now, token_hash: null }).where('id', '=', id).execute();
}
