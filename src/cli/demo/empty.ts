import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { demoFactsIn } from './state.ts';

/** Tables that belong to the installation or come filled by a migration. */
const KEPT = ['schema_migration', 'unit_kind_type', 'installation', 'calendar_day', 'working_day'];

/** Sees to it that the demo may be loaded here: into an empty place, or, when asked, over a demo. Throws a sentence otherwise. */
export async function makeRoom(tx: WriteDb, again: boolean): Promise<void> {
  const { state } = await demoFactsIn(tx);
  if (state === 'absent') {
    if (await holdsAnything(tx)) {
      throw new Error(
        'This database already holds data that is not the demo’s, so nothing was loaded. Name an empty place: KHEO_DATA=another-folder ./bin/kheo demo (or another DATABASE_URL).',
      );
    }
    return;
  }
  if (!again)
    throw new Error(
      'The demo province is loaded already. ./bin/kheo demo --again empties it, with all that was done in it, and loads it anew.',
    );
  await emptyDemo(tx);
}

async function holdsAnything(tx: WriteDb): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (select from unit) or exists (select from person) or exists (select from movement) or exists (select from initiative) as held`.execute(
    tx,
  );
  return rows[0]?.held === true;
}

/** Empties every table of the demo, also those that only grow: a demo's past proves nothing. */
async function emptyDemo(tx: WriteDb): Promise<void> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all (${KEPT}::text[])`.execute(
    tx,
  );
  const { rows: growing } = await sql<{ name: string }>`
    select distinct tgrelid::regclass::text as name from pg_trigger where tgfoid = 'refuse_change()'::regprocedure`.execute(
    tx,
  );
  const names = sql.join(tables.map(({ name }) => sql.table(name)));
  for (const { name } of growing) await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx);
  await sql`truncate ${names} restart identity`.execute(tx);
  for (const { name } of growing) await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx);
}
