import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { fold } from '#platform/vietnamese.ts';
import type { CheckedRows } from '../rules-import.ts';

/** Counts the units and keeps others from adding any until the end of the transaction. */
export async function countUnitsAlone(tx: WriteDb): Promise<number> {
  await sql`lock table unit in share row exclusive mode`.execute(tx);
  const { count } = await tx
    .selectFrom('unit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A unit without a parent that stands since ever, as registers of past years need it to. */
export async function insertRoot(tx: WriteDb, root: { name: string; code: string; kind: string }): Promise<number> {
  // Its path is its id, which is known once the row is there.
  const unplaced = tx.insertInto('unit').values({ path_today: 'unplaced' }).returning('id');
  const { id: unit_id } = await unplaced.executeTakeFirstOrThrow();
  await tx
    .updateTable('unit')
    .set({ path_today: String(unit_id) })
    .where('id', '=', unit_id)
    .execute();
  const valid = '[1900-01-01,)';
  await tx
    .insertInto('unit_name')
    .values({ unit_id, name: root.name, plain_name: fold(root.name), valid })
    .execute();
  await tx.insertInto('unit_code').values({ unit_id, code: root.code, valid }).execute();
  await tx.insertInto('unit_kind').values({ unit_id, kind: root.kind, valid }).execute();
  await tx.insertInto('unit_parent').values({ unit_id, parent_id: null, valid }).execute();
  return unit_id;
}

/** Writes units with their dated facts, one statement for the units and one for each fact; their paths are the caller's to set. */
export async function insertUnits(tx: WriteDb, rows: CheckedRows['fresh']): Promise<void> {
  const { rows: made } = await sql<{ line: number; id: number }>`
    with numbered as materialized (
      select line, nextval(pg_get_serial_sequence('unit', 'id'))::integer as id from unnest(${rows.map(({ line }) => line)}::integer[]) line),
    written as (insert into unit (id, path_today) select id, id::text::ltree from numbered returning id)
    select n.line, n.id from numbered n join written using (id)`.execute(tx);
  const idOf = new Map(made.map(({ line, id }) => [line, id]));
  const units = rows.map(({ line, name, kind, code, parent, from, until }) => ({
    id: idOf.get(line),
    name,
    plain: fold(name),
    kind,
    code,
    parent: parent === null || typeof parent === 'number' ? parent : idOf.get(parent.line),
    since: from,
    until,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
    as u (id integer, name text, plain text, kind text, code text, parent integer, since date, until date)`;
  await sql`insert into unit_name (unit_id, name, plain_name, valid) select id, name, plain, daterange(since, until) from ${given}`.execute(
    tx,
  );
  await sql`insert into unit_code (unit_id, code, valid) select id, code, daterange(since, until) from ${given}`.execute(
    tx,
  );
  await sql`insert into unit_kind (unit_id, kind, valid) select id, kind, daterange(since, until) from ${given}`.execute(
    tx,
  );
  await sql`insert into unit_parent (unit_id, parent_id, valid) select id, parent, daterange(since, until) from ${given}`.execute(
    tx,
  );
}
