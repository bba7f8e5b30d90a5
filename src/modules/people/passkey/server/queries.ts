import type { ReadDb, Scope } from '#platform/server/context.ts';

export interface PasskeyRow {
  id: string;
  label: string;
  synced: boolean;
  createdAt: Date;
  usedAt: Date | null;
}

/** The keys of a person, oldest first. */
export async function passkeysOf(db: ReadDb, _scope: Scope, personId: number): Promise<PasskeyRow[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'label', 'synced', 'created_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .limit(50)
    .execute();
  return rows.map(({ created_at: createdAt, used_at: usedAt, ...row }) => ({ ...row, createdAt, usedAt }));
}
