import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { type AccountSecret, secretOf } from '../../account/server/queries.ts';

/** The account whose person has this address, disabled ones too. */
export async function accountByEmail(tx: WriteDb, email: string): Promise<AccountSecret | undefined> {
  const row = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person_id', 'username', 'full_name', 'password_hash', 'language', 'disabled_at'])
    .where(sql`lower(email)`, '=', email)
    .executeTakeFirst();
  return row && secretOf(row);
}

/** Whether somebody else has an address, also who is outside the session's scope. */
export async function isTaken(tx: WriteDb, email: string, personId: number | null): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select address_is_taken(${email}, ${personId}::integer) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** Sets or takes away the address of a person; false when somebody else has it. */
export async function setEmail(tx: WriteDb, personId: number, email: string | null): Promise<boolean> {
  if (email !== null) {
    // Two who prove one address at the same moment come one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${email}, 15))`.execute(tx);
    if (await isTaken(tx, email, personId)) return false;
  }
  await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
  return true;
}
