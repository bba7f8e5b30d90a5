import { sql } from 'kysely';
import type { Context, ReadDb, Scope } from '#platform/server/context.ts';
import { read, rowsOf } from '#platform/server/db.ts';
import { scopeOf } from '../../scope/rules.ts';
import { actorFrom, type OpenedRow } from '../../session/server/queries.ts';
import type { DigestChoice } from '../rules.ts';

/** How often a person wants letters. */
export async function digestOf(db: ReadDb, _scope: Scope, personId: number): Promise<DigestChoice> {
  const row = await db.selectFrom('account').select('digest').where('person_id', '=', personId).executeTakeFirst();
  return (row?.digest ?? 'daily') as DigestChoice;
}

/** The eyes of a person, as a session of theirs would have them: for the system, which writes to them. */
export async function asPerson(ctx: Context, personId: number): Promise<Context | undefined> {
  const [row] = await read(ctx, (db) => rowsOf(db, sql<OpenedRow>`select * from opened_as(${personId}, ${ctx.now})`));
  if (!row) return undefined;
  const actor = actorFrom(row);
  return { ...ctx, actor, scope: scopeOf(actor) };
}
