import type { Context, ReadDb } from '#platform/server/context.ts';
import type { Subject } from '../../registration/rules.ts';
import { DRAFT_COLUMNS, type Draft, toDraft } from './store.ts';

/** The reader's own drafts, latest first. */
export async function listDrafts(db: ReadDb, ctx: Context): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(DRAFT_COLUMNS)
    .where('owner_id', '=', ctx.actor.id)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toDraft);
}

/** One of the reader's own drafts; another's is not there. */
export async function draftById(db: ReadDb, ctx: Context, id: number): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .select(DRAFT_COLUMNS)
    .where('id', '=', id)
    .where('owner_id', '=', ctx.actor.id)
    .executeTakeFirst();
  return row && toDraft(row);
}

/** Who an account of a registrant writes for. */
export async function registrantOf(db: ReadDb, id: number): Promise<{ name: string; subject: Subject } | undefined> {
  const row = await db.selectFrom('registrant').select(['name', 'subject']).where('id', '=', id).executeTakeFirst();
  return row && { name: row.name, subject: row.subject as Subject };
}
