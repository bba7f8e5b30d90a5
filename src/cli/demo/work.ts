import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { deferralRows } from './deferrals.ts';
import { insertRows, type Row } from './insert.ts';
import { launchTables, targetRows } from './launches.ts';
import { learningRows } from './learnings.ts';
import type { Scene } from './scene.ts';
import { talk } from './talk.ts';
import { teamTables } from './teams.ts';
import { viewRows } from './views.ts';

/**
 * What the offices have in hand beside the registrations, so that each account finds something on each page: what was launched,
 * asked of units, deferred, said, read by teams, asked to be shown, and saved as a view. Sample data, and it says so.
 */
export async function writeWork(tx: WriteDb, scene: Scene): Promise<void> {
  const { scores, ...teams } = teamTables(scene);
  const { comments, mentions } = talk(scene);
  const tables: [table: string, rows: Row[]][] = [
    ...launchTables(scene),
    ['unit_target', targetRows(scene)],
    ['deferral', deferralRows(scene)],
    ['saved_view', viewRows(scene)],
    ...teams.tables,
  ];
  for (const [table, rows] of tables) await insertRows(tx, table, rows);
  await insertOwn(tx, 'review_score', scores, 'person_id');
  await insertOwn(tx, 'learning', learningRows(scene), 'asked_by');
  await insertOwn(tx, 'comment', comments, 'author_id');
  for (const [author, rows] of mentions) await as(tx, author, () => insertRows(tx, 'comment_mention', rows));
}

/** Rows that row security takes from nobody but the person whose they are: a statement for each, as that person. */
async function insertOwn(tx: WriteDb, table: string, rows: readonly Row[], whose: string): Promise<void> {
  for (const [person, own] of Map.groupBy(rows, (row) => row[whose] as number))
    await as(tx, person, () => insertRows(tx, table, own));
}

async function as(tx: WriteDb, person: number, work: () => Promise<void>): Promise<void> {
  await sql`select set_config('kheo.scope_person', ${String(person)}, true)`.execute(tx);
  await work();
  await sql`select set_config('kheo.scope_person', '', true)`.execute(tx);
}
