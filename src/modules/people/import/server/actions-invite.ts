import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { inviteMany, type SentMany } from '../../invitation/server/actions-many.ts';
import { importPage } from './queries.ts';

/** Invites those of a written list who have no account and were never invited. */
export async function inviteListed(ctx: Context, id: number): Promise<SentMany> {
  const { uninvited } = await read(ctx, (db) => importPage(db, ctx, id));
  return inviteMany(ctx, { personIds: uninvited });
}
