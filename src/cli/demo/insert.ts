import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';

/** A row as its table's columns name it; ranges, days and paths as text. */
export type Row = Record<string, unknown>;

// A few thousand things at a time: large enough to be quick, small enough for the memory that a command may use.
const BATCH = 2_000;
const BREATH = 100;

/** Inserts rows by one statement; all rows name the columns that the first one names. */
export async function insertRows(tx: WriteDb, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0] as Row).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    tx,
  );
}

/** Makes the rows of many things and inserts them batch by batch: one is made while the database takes in the last. */
export async function insertMade<T>(
  tx: WriteDb,
  table: string,
  things: readonly T[],
  rowsOf: (thing: T) => Row[],
): Promise<void> {
  let sent = Promise.resolve();
  for (let from = 0; from < things.length; from += BATCH) {
    const rows: Row[] = [];
    for (let at = from; at < Math.min(from + BATCH, things.length); at += BREATH) {
      rows.push(...things.slice(at, Math.min(at + BREATH, from + BATCH)).flatMap(rowsOf));
      await setImmediate(); // Lets what was sent leave.
    }
    await sent;
    sent = insertRows(tx, table, rows);
    sent.catch(() => {}); // Heard at the next turn of the loop, or at its end.
  }
  await sent;
}

/** Lets every identity column go on after the ids that were given by hand. */
export async function continueIds(tx: WriteDb): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'id' and is_identity = 'YES'`.execute(tx);
  for (const { name } of rows) {
    const table = sql.table(name);
    await sql`select setval(pg_get_serial_sequence(${name}, 'id'), coalesce(max(id), 0) + 1, false) from ${table}`.execute(
      tx,
    );
  }
}
