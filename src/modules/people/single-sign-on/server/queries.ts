import type { ReadDb, Scope } from '#platform/server/context.ts';

export { providerLabel } from '#platform/server/oidc.ts';

/** Since when a person's account is linked to the provider, and when that was last used; null without. */
export async function linkOf(
  db: ReadDb,
  _scope: Scope,
  personId: number,
): Promise<{ since: Date; usedAt: Date | null } | null> {
  const row = await db
    .selectFrom('single_sign_on')
    .select(['created_at', 'used_at'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { since: row.created_at, usedAt: row.used_at } : null;
}
