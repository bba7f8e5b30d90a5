import type { ReadDb, Scope } from '#platform/server/context.ts';

/** The proven address of a person; null without one. */
export async function emailOf(db: ReadDb, _scope: Scope, personId: number): Promise<string | null> {
  const row = await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst();
  return row?.email ?? null;
}
