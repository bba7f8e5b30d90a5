import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { systemScope } from '../../scope/rules.ts';
import { ticketIsGood } from '../../ticket/server/queries.ts';

export { mailIsOn } from '#platform/server/mail.ts';

/** Whether the link of a letter still opens something. */
export function isResetOpen(ctx: Context, token: string): Promise<boolean> {
  return read({ ...ctx, scope: systemScope() }, (db) => ticketIsGood(db, 'reset', token, ctx.now));
}
