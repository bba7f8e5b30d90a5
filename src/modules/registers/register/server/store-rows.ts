import { sql } from 'kysely';
import type { State } from '#modules/initiatives/registration/rules.ts';
import type { Level } from '#modules/organisations/unit/rules.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import type { Parts } from '#modules/registers/row/rules.ts';
import { lineNumber } from '#modules/registers/sheet/rules.ts';
import { TEXT_PARTS, type TextPart } from '#modules/registers/sheet/rules-meanings.ts';
import type { ReadDb, WriteDb } from '#platform/server/context.ts';
import { rowsOf } from '#platform/server/db.ts';
import type { KeyedKnown } from '../rules-known.ts';
import type { Outcome } from '../rules-outcome.ts';
import type { WhyNotWritten } from '../rules-problems.ts';

/** What becomes of a row of a list. A new registration points to its row by itself; `registrationId` names one that was there. */
export interface RowOutcome {
  number: number;
  outcome: Outcome | 'pending' | 'ignored' | 'invalid';
  problems?: readonly WhyNotWritten[];
  registrationId?: number;
  /** The registration's version as this row leaves it. */
  version?: number;
  /** What an updated registration was. */
  before?: Before;
}

/** `versionId` is there when the row filled in texts of the form. */
export interface Before {
  state: State;
  carriedOutOn: string | null;
  versionId?: number;
}

const OUTCOME = sql`outcome text, problems jsonb, "registrationId" integer, version integer, before jsonb`;

/** Keeps every row as it stood in the file, with what becomes of it; answers each row's id by its number. One statement. */
export async function insertRows(
  tx: WriteDb,
  batchId: number,
  rows: readonly (RowOutcome & Omit<RegisterLine, 'number'>)[],
): Promise<Map<number, number>> {
  const inserted = await sql<{ id: number; number: number }>`
    insert into import_row (batch_id, row_number, raw, fonts, outcome, problems, registration_id, registration_version, before)
    select ${batchId}, number, cells, fonts, outcome, problems, "registrationId", version, before
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (number integer, cells jsonb, fonts jsonb, ${OUTCOME})
    returning id, row_number as number`.execute(tx);
  return new Map(inserted.rows.map((row) => [row.number, row.id]));
}

/** Records what becomes of the rows of a list that was taken in before; answers each row's id by its number. One statement. */
export async function saveOutcomes(
  tx: WriteDb,
  batchId: number,
  outcomes: readonly RowOutcome[],
): Promise<Map<number, number>> {
  const saved = await sql<{ id: number; number: number }>`
    update import_row r set outcome = o.outcome, problems = o.problems, registration_id = o."registrationId",
      registration_version = o.version, before = o.before
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (number integer, ${OUTCOME})
    where r.batch_id = ${batchId} and r.row_number = o.number
    returning r.id, r.row_number as number`.execute(tx);
  return new Map(saved.rows.map((row) => [row.number, row.id]));
}

/** The rows of a list as they stood in the file, in the file's order. */
export async function rowsOfBatch(db: ReadDb, batchId: number): Promise<RegisterLine[]> {
  return rowsOf(
    db,
    sql<RegisterLine>`
      select row_number as number, raw as cells, fonts from import_row where batch_id = ${batchId} order by row_number`,
  );
}

/** A row that was not written, as it stood in the file, and why. */
export interface LeftRow {
  number: number;
  cells: string[];
  problems: WhyNotWritten[] | null;
}

/** The rows that a list left unwritten, in the file's order: bad ones and those that differ from what stands in the system. */
export async function leftRows(db: ReadDb, batchId: number, from: number, most: number): Promise<LeftRow[]> {
  return rowsOf(
    db,
    sql<LeftRow>`
      select row_number as number, raw as cells, problems from import_row
      where batch_id = ${batchId} and outcome in ('invalid', 'conflicting') order by row_number offset ${from} limit ${most}`,
  );
}

/** The first lines of a sheet of a list: its heading stands among them. */
export async function firstLines(db: ReadDb, batchId: number, sheet: number): Promise<RegisterLine[]> {
  return rowsOf(
    db,
    sql<RegisterLine>`
      select row_number as number, raw as cells, fonts from import_row
      where batch_id = ${batchId} and row_number >= ${lineNumber(sheet, 0)} and row_number < ${lineNumber(sheet + 1, 0)}
      order by row_number limit 60`,
  );
}

/**
 * What is known already in some units for one cycle and level, with its keys, oldest first; of its texts those `parts` that a
 * list brings, the others empty. One query.
 */
export async function knownIn(
  db: ReadDb,
  cycleId: number,
  level: Level,
  unitIds: readonly number[],
  parts: readonly TextPart[],
): Promise<KeyedKnown[]> {
  const texts =
    parts.length > 0
      ? sql`json_build_object(${sql.join(parts.flatMap((part) => [sql.lit(part), sql.ref(`v.${part}`)]))})`
      : sql`null`;
  const version = parts.length > 0 ? sql`join initiative_version v on v.id = r.version_id` : sql``;
  const rows = await rowsOf(
    db,
    sql<Omit<KeyedKnown, 'parts'> & { parts: Partial<Parts> | null }>`
      select r.id, r.unit_id as "unitId", r.register_key as key, r.state, r.carried_out_on as "carriedOutOn", r.field_id as "fieldId",
        r.subject, r.version, r.version_id as "versionId",
        ${texts} as parts
      from registration r ${version}
      where r.cycle_id = ${cycleId} and r.level = ${level} and r.unit_id = any (${[...unitIds]}::integer[]) and r.state <> 'annulled'
      order by r.id`,
  );
  return rows.map((row) => ({ ...row, parts: row.parts ? { ...NO_TEXT, ...row.parts } : NO_TEXT }));
}

const NO_TEXT = Object.fromEntries(TEXT_PARTS.map((part) => [part, ''])) as Parts;

/** What a list wrote, as it stands now: made by it or updated by it, and whether someone has touched it since. */
export interface WrittenRow {
  id: number;
  outcome: 'created' | 'updated';
  touched: boolean;
  name: string;
  row: number;
  before: Before | null;
}

/** Every row that a list has written and that still stands; one query. */
export async function writtenBy(db: ReadDb, batchId: number): Promise<WrittenRow[]> {
  const columns = sql`g.id, r.outcome, g.version > r.registration_version as touched, g.name, r.row_number as row, r.before`;
  return rowsOf(
    db,
    sql<WrittenRow>`
      select ${columns} from import_row r join registration g on g.import_row_id = r.id
      where r.batch_id = ${batchId} and r.outcome = 'created' and g.state <> 'annulled'
      union all
      select ${columns} from import_row r join registration g on g.id = r.registration_id
      where r.batch_id = ${batchId} and r.outcome = 'updated' and g.state <> 'annulled'
      order by row`,
  );
}

/** What undoing a list would do: how many, and the first rows that someone has touched since; one query. */
export async function undoing(
  db: ReadDb,
  batchId: number,
  most: number,
): Promise<{
  created: number;
  updated: number;
  touched: number;
  rows: Pick<WrittenRow, 'row' | 'name' | 'outcome'>[];
}> {
  const written = await writtenBy(db, batchId);
  const touched = written.filter((row) => row.touched);
  return {
    created: written.filter((row) => row.outcome === 'created').length,
    updated: written.filter((row) => row.outcome === 'updated').length,
    touched: touched.length,
    rows: touched.slice(0, most).map(({ row, name, outcome }) => ({ row, name, outcome })),
  };
}
