import { PUBLIC, publicScope } from '#modules/people/scope/rules.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { loading } from '#platform/server/pages.ts';

/**
 * Reads for a page of the portal as any visitor would, whoever is signed in: everyone sees the same, and an office its own
 * unpublished rows no more than others. `today` is the day of the request in Vietnam, `yyyy-mm-dd`.
 */
export function asVisitor<T>({ locals }: { locals: App.Locals }, work: (db: ReadDb, today: string) => Promise<T>) {
  const ctx: Context = { ...locals.ctx, actor: PUBLIC, scope: publicScope() };
  return loading({ locals: { ...locals, ctx } }, (db) => work(db, dayOf(ctx.now)));
}
