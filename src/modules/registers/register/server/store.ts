import { sql } from 'kysely';
import type { Level } from '#modules/organisations/unit/rules.ts';
import { nameUntil, unitToday } from '#modules/organisations/unit/server/queries-names.ts';
import type { Context, ReadDb, WriteDb } from '#platform/server/context.ts';
import { dayOf } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { Columns, SheetPart } from '../rules-read.ts';

/** How a list is to be read: its sheets, and the columns as a person has chosen them (null: as they are remembered or suggested). */
export interface Reading {
  columns: Columns | null;
  sheets: SheetPart[];
  /** Whose list it may be, while a large file waits to be read: its rows tell. */
  offices?: readonly number[];
}

/** A list taken in: where it came from, how its columns are read, and what has become of it. */
export interface Batch {
  id: number;
  fileName: string;
  sheetName: string;
  fileHash: string;
  cycleId: number;
  cycle: string;
  level: Level;
  unitId: number;
  unit: string;
  unitPath: string;
  /** The unit of today in which that one lies. */
  unitTodayId: number;
  decisionId: number | null;
  decisionNumber: string | null;
  decidedOn: string | null;
  mapping: Reading;
  counts: Partial<Record<string, number>>;
  state: 'reading' | 'failed' | 'received' | 'written' | 'undone';
  createdByName: string;
  createdAt: Date;
  writtenAt: Date | null;
  undoneAt: Date | null;
}

// The scope once more, beside row security: a list never leans on the second wall alone.
const batches = (today: string, mapping = sql`b.mapping`) => sql`
  select b.id, b.file_name as "fileName", b.sheet_name as "sheetName", b.file_hash as "fileHash", b.cycle_id as "cycleId", c.code as cycle,
    b.level, b.unit_id as "unitId", coalesce(${nameUntil(sql.ref('b.unit_id'), today)}, '') as unit, u.path_today::text as "unitPath",
    coalesce((${unitToday(sql.ref('b.unit_id'), today)} ->> 'id')::integer, b.unit_id) as "unitTodayId", b.decision_id as "decisionId",
    d.number as "decisionNumber", d.decided_on as "decidedOn", ${mapping}, b.counts, b.state, b.created_by_name as "createdByName",
    b.created_at as "createdAt", b.written_at as "writtenAt", b.undone_at as "undoneAt"
  from import_batch b
  join unit u on u.id = b.unit_id
  join cycle c on c.id = b.cycle_id
  left join decision d on d.id = b.decision_id
  where (scope_is_all() or b.unit_id = any ((select scope_units())::integer[]))`;

/** One list within scope. */
export async function batchById(db: ReadDb, ctx: Context, id: number): Promise<Batch | undefined> {
  const rows = await rowsOf(db, sql<Batch>`${batches(dayOf(ctx.now))} and b.id = ${id}`);
  return rows[0];
}

/** One list within scope, locked: of two who press at once, the second sees what the first has done. */
export async function batchForUpdate(tx: WriteDb, ctx: Context, id: number): Promise<Batch | undefined> {
  await sql`select from import_batch where id = ${id} for update`.execute(tx);
  const { rows } = await sql<Batch>`${batches(dayOf(ctx.now))} and b.id = ${id}`.execute(tx);
  return rows[0];
}

export const BATCH_PAGE = 50;

/** The lists of a scope, latest first, 50 a page; `after` is the id of the last one seen. One query. */
export async function listBatches(
  db: ReadDb,
  ctx: Context,
  after?: number,
): Promise<{ batches: Omit<Batch, 'mapping'>[]; next: number | null }> {
  // Merged cells may be many, and a line of the list shows none of them.
  const rows = await rowsOf(
    db,
    sql<Batch>`${batches(dayOf(ctx.now), sql`null as mapping`)} and (${after ?? null}::integer is null or b.id < ${after ?? null})
      order by b.id desc limit ${BATCH_PAGE + 1}`,
  );
  const shown = rows.slice(0, BATCH_PAGE);
  return { batches: shown, next: rows.length > BATCH_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

type NewBatch = Pick<Batch, 'fileName' | 'fileHash' | 'cycleId' | 'level' | 'unitId' | 'mapping'>;

/** Records that a list was taken in. */
export async function insertBatch(
  tx: WriteDb,
  ctx: Context,
  batch: NewBatch,
  state: 'reading' | 'received' = 'received',
): Promise<number> {
  const { id } = await tx
    .insertInto('import_batch')
    .values({
      file_name: batch.fileName,
      sheet_name: sheetNames(batch.mapping),
      file_hash: batch.fileHash,
      cycle_id: batch.cycleId,
      level: batch.level,
      unit_id: batch.unitId,
      mapping: JSON.stringify(batch.mapping),
      state,
      created_by: ctx.actor.id,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const sheetNames = ({ sheets }: Reading) =>
  sheets
    .flatMap((sheet) => (sheet.read && sheet.name ? [sheet.name] : []))
    .join(', ')
    .slice(0, 255);

/** Keeps how a list is read. */
export async function saveReading(tx: WriteDb, id: number, mapping: Reading): Promise<void> {
  await tx
    .updateTable('import_batch')
    .set({ mapping: JSON.stringify(mapping), sheet_name: sheetNames(mapping) })
    .where('id', '=', id)
    .execute();
}

/** Marks a list as written, with its counts, the decision it stands under and the columns as they were read. */
export async function saveWritten(
  tx: WriteDb,
  id: number,
  written: { counts: Record<string, number>; decisionId: number | null; mapping: Reading; at: Date },
): Promise<void> {
  await tx
    .updateTable('import_batch')
    .set({
      state: 'written',
      counts: JSON.stringify(written.counts),
      mapping: JSON.stringify(written.mapping),
      decision_id: written.decisionId,
      written_at: written.at,
    })
    .where('id', '=', id)
    .execute();
}

/** Marks a list as undone. */
export async function saveUndone(tx: WriteDb, id: number, at: Date): Promise<void> {
  await tx.updateTable('import_batch').set({ state: 'undone', undone_at: at }).where('id', '=', id).execute();
}

/** Throws a list away that was never written, with its rows. */
export async function deleteBatch(tx: WriteDb, id: number): Promise<void> {
  await tx.deleteFrom('import_file').where('batch_id', '=', id).execute();
  await tx.deleteFrom('import_row').where('batch_id', '=', id).execute();
  await tx.deleteFrom('import_batch').where('id', '=', id).execute();
}
