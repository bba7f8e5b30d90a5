import type { WriteDb } from '#platform/server/context.ts';

export interface Passkey {
  id: string;
  personId: number;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

/** A key by its id, held until the end of the transaction: its counter moves with every use. */
export async function passkeyForUpdate(tx: WriteDb, id: string): Promise<Passkey | undefined> {
  const row = await tx.selectFrom('passkey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) return undefined;
  const { person_id: personId, public_key: publicKey, counter, transports } = row;
  return { id, personId, publicKey, counter: Number(counter), transports };
}

/** The ids of a person's keys, so that no device is asked to make a second one. */
export async function keyIdsOf(tx: WriteDb, personId: number): Promise<{ id: string; transports: string[] }[]> {
  return tx.selectFrom('passkey').select(['id', 'transports']).where('person_id', '=', personId).execute();
}

/** Keeps a new key; false when it is known already. */
export async function insertPasskey(
  tx: WriteDb,
  key: Passkey & { label: string; synced: boolean },
  now: Date,
): Promise<boolean> {
  const { personId: person_id, publicKey: public_key, ...rest } = key;
  const made = await tx
    .insertInto('passkey')
    .values({ ...rest, person_id, public_key, created_at: now })
    .onConflict((there) => there.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function noteUse(
  tx: WriteDb,
  id: string,
  { counter, synced }: { counter: number; synced: boolean },
  now: Date,
): Promise<void> {
  await tx.updateTable('passkey').set({ counter, synced, used_at: now }).where('id', '=', id).execute();
}

export async function deletePasskey(tx: WriteDb, id: string): Promise<void> {
  await tx.deleteFrom('passkey').where('id', '=', id).execute();
}
