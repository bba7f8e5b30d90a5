import { sql } from 'kysely';
import type { WriteDb } from '#platform/server/context.ts';
import { fold, nfc } from '#platform/vietnamese.ts';
import { guessSector, type NamedRegistrant, type Registrant, registrantKey, type Subject } from '../rules.ts';
import { REGISTRANT_COLUMNS, toRegistrant } from './queries.ts';

export async function registrantById(tx: WriteDb, id: number): Promise<Registrant | undefined> {
  const row = await tx.selectFrom('registrant').select(REGISTRANT_COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && toRegistrant(row);
}

/** One registrant, made if its unit has none of that name and subject; one statement. */
export async function findOrCreateRegistrant(tx: WriteDb, named: NamedRegistrant): Promise<Registrant> {
  const { rows } = await sql<Parameters<typeof toRegistrant>[0]>`
    insert into registrant (subject, name, plain_name, unit_id, sector_id, person_id)
    select n.subject, n.name, n.plain_name, n.unit_id, coalesce(n.sector_id, s.id), n.person_id
    from ${asRows([rowOf('', named)])} left join sector s on s.code = n.guess
    on conflict (unit_id, plain_name, subject) do update set name = registrant.name
    returning ${sql.join(REGISTRANT_COLUMNS.map((column) => sql.ref(`registrant.${column}`)))}`.execute(tx);
  return toRegistrant(rows[0] as (typeof rows)[number]);
}

/**
 * The ids of many registrants by `registrantKey`, and which of them were made, in two statements whatever their number: one
 * finds those that are there, one makes the rest. Names that differ in marks or capitals alone are the one that came first.
 */
export async function findOrCreateRegistrants(
  tx: WriteDb,
  list: readonly NamedRegistrant[],
): Promise<{ ids: Map<string, number>; made: number[] }> {
  const wanted = new Map(list.map((named) => [registrantKey(named), named] as const).reverse());
  // In one order for everyone, so that two lists read in at once wait for each other and do not lock each other out.
  const keys = [...wanted.keys()].sort();
  const rowsOf = (some: string[]) => some.map((key) => rowOf(key, wanted.get(key) as NamedRegistrant));
  const ids = await findIds(tx, rowsOf(keys));
  const made = await insertMissing(tx, rowsOf(keys.filter((key) => !ids.has(key))));
  for (const { key, id } of made) ids.set(key, id);
  // What someone else made in between is there now.
  for (const [key, id] of await findIds(tx, rowsOf(keys.filter((key) => !ids.has(key))))) ids.set(key, id);
  return { ids, made: made.map(({ id }) => id) };
}

type Row = ReturnType<typeof rowOf>;

function rowOf(key: string, { unitId, name, subject, sectorId, personId }: NamedRegistrant) {
  const guess = sectorId === undefined ? guessSector(name, subject) : undefined;
  const found = { key, unit_id: unitId, plain_name: fold(name), subject };
  return { ...found, name: nfc(name), sector_id: sectorId, person_id: personId, guess };
}

const asRows = (rows: Row[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n
  (key text, unit_id integer, name text, plain_name text, subject text, sector_id integer, person_id integer, guess text)`;

async function findIds(tx: WriteDb, rows: Row[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  const found = await sql<{ key: string; id: number }>`
    select n.key, r.id from ${asRows(rows)} join registrant r using (unit_id, plain_name, subject)`.execute(tx);
  return new Map(found.rows.map((row) => [row.key, row.id]));
}

async function insertMissing(tx: WriteDb, rows: Row[]): Promise<{ key: string; id: number }[]> {
  if (rows.length === 0) return [];
  const made = await sql<{ id: number; unit_id: number; name: string; subject: Subject }>`
    insert into registrant (subject, name, plain_name, unit_id, sector_id, person_id)
    select n.subject, n.name, n.plain_name, n.unit_id, coalesce(n.sector_id, s.id), n.person_id
    from ${asRows(rows)} left join sector s on s.code = n.guess
    order by n.key
    on conflict (unit_id, plain_name, subject) do nothing
    returning id, unit_id, name, subject`.execute(tx);
  return made.rows.map(({ id, unit_id: unitId, name, subject }) => ({
    key: registrantKey({ unitId, name, subject }),
    id,
  }));
}
