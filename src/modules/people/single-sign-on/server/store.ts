import type { WriteDb } from '#platform/server/context.ts';
import type { Identity } from '#platform/server/oidc.ts';

/** Whose account a subject of the provider is linked to; notes that it was used. */
export async function useLink(tx: WriteDb, { issuer, subject }: Identity, now: Date): Promise<number | undefined> {
  const row = await tx
    .updateTable('single_sign_on')
    .set({ used_at: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id;
}

/** Links a subject to a person; false when the subject or the person is linked already. */
export async function insertLink(tx: WriteDb, identity: Identity, personId: number, now: Date): Promise<boolean> {
  const made = await tx
    .insertInto('single_sign_on')
    .values({ ...identity, person_id: personId, created_at: now })
    .onConflict((there) => there.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function deleteLinks(tx: WriteDb, personId: number): Promise<void> {
  await tx.deleteFrom('single_sign_on').where('person_id', '=', personId).execute();
}
