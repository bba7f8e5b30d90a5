import { sql } from 'kysely';
import type { ReadDb, WriteDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';

/** How far a large file is read: lines kept and lines in all (null until it is opened), or why it cannot be read. */
export interface Reached {
  done: number;
  total: number | null;
  failure: string | null;
}

/** Keeps a file until it is read. */
export async function insertFile(tx: WriteDb, batchId: number, content: Uint8Array): Promise<void> {
  await sql`insert into import_file (batch_id, content) values (${batchId}, ${Buffer.from(content)})`.execute(tx);
}

/** A file that waits to be read, with its name and how many of its lines are kept already. */
export async function fileOf(
  db: ReadDb,
  batchId: number,
): Promise<{ name: string; content: Buffer; done: number } | undefined> {
  const rows = await rowsOf(
    db,
    sql<{ name: string; content: Buffer; done: number }>`
      select b.file_name as name, f.content, f.done from import_file f join import_batch b on b.id = f.batch_id
      where f.batch_id = ${batchId} and b.state = 'reading'`,
  );
  return rows[0];
}

/** How far a file is read; undefined for a list that waits for none. */
export async function reachedBy(db: ReadDb, batchId: number): Promise<Reached | undefined> {
  const rows = await rowsOf(db, sql<Reached>`select done, total, failure from import_file where batch_id = ${batchId}`);
  return rows[0];
}

/** Says how far a file is read. */
export async function saveReached(
  tx: WriteDb,
  batchId: number,
  reached: { done: number; total: number },
): Promise<void> {
  const { done, total } = reached;
  await sql`update import_file set done = ${done}, total = ${total} where batch_id = ${batchId}`.execute(tx);
}

/** Says why a file cannot be read, and lets it go. */
export async function saveFailure(tx: WriteDb, batchId: number, failure: string): Promise<void> {
  await sql`update import_file set failure = ${failure}, content = '' where batch_id = ${batchId}`.execute(tx);
  await sql`update import_batch set state = 'failed' where id = ${batchId}`.execute(tx);
}

/** Lets a file go whose lines are kept: its list is one like any other now, of the office that its rows name. */
export async function saveReceived(tx: WriteDb, batchId: number, unitId: number): Promise<void> {
  await sql`delete from import_file where batch_id = ${batchId}`.execute(tx);
  await sql`update import_batch set state = 'received', unit_id = ${unitId} where id = ${batchId}`.execute(tx);
}
