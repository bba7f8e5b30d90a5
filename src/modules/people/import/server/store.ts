import { sql } from 'kysely';
import type { Context, WriteDb } from '#platform/server/context.ts';
import type { NamedRegistrant } from '../../registrant/rules.ts';
import { registrantKey } from '../../registrant/rules.ts';
import { findOrCreateRegistrants } from '../../registrant/server/store.ts';
import { KEPT, type ListRow } from '../rules.ts';
import type { SeenRow } from './queries.ts';

export async function insertImport(
  tx: WriteDb,
  { actor, now }: Context,
  list: { file: string; asOf: string; rows: readonly ListRow[] },
): Promise<number> {
  const { id } = await tx
    .insertInto('people_import')
    .values({
      made_by: actor.id,
      file: list.file,
      as_of: list.asOf,
      rows: JSON.stringify(list.rows),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface Received {
  id: number;
  file: string;
  asOf: string;
  rows: ListRow[];
  appliedAt: Date | null;
}

/** A list of one's own, locked; and whoever writes one waits for who is writing another, so that both see the same people. */
export async function importForUpdate(tx: WriteDb, id: number): Promise<Received | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('people_import', 20))`.execute(tx);
  const { rows } = await sql<Received>`
    select id, file, as_of as "asOf", rows, applied_at as "appliedAt" from people_import where id = ${id} for update`.execute(
    tx,
  );
  return rows[0];
}

/** Holds the addresses of a list against who proves one of them at this moment. */
export async function holdAddresses(tx: WriteDb, emails: readonly string[]): Promise<void> {
  const sorted = [...new Set(emails)].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended(email, 15)) from unnest(${sorted}::text[]) email`.execute(tx);
}

/** Writes people, registrants and duties of the good rows: one statement each. Answers the rows with the ids of their people. */
export async function writePeople(tx: WriteDb, ctx: Context, rows: readonly SeenRow[]): Promise<SeenRow[]> {
  const done = await withNewPeople(tx, ctx, rows);
  await addAddresses(tx, done);
  await giveDuties(tx, ctx, done);
  return done;
}

/** Who is new, once: two rows of one address, or of one name at one unit without address, are one person with two duties. */
async function withNewPeople(tx: WriteDb, { now }: Context, rows: readonly SeenRow[]): Promise<SeenRow[]> {
  const keyOf = ({ wanted }: SeenRow) =>
    wanted ? (wanted.email ?? `${wanted.phone ?? ''}/${wanted.fullName.toLowerCase()}/${wanted.unitId}`) : '';
  const fresh = new Map<string, NonNullable<SeenRow['wanted']>>();
  for (const row of rows) {
    if (row.outcome === 'created' && row.wanted && !fresh.has(keyOf(row))) fresh.set(keyOf(row), row.wanted);
  }
  const people = [...fresh.values()].map((want, at) => ({ at, ...want }));
  // Numbers are given in the order in which rows go in.
  const { rows: made } = await sql<{ id: number }>`
    insert into person (full_name, email, phone, unit_id, created_at)
    select n."fullName", n.email, n.phone, n."unitId", ${now}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n (at integer, "fullName" text, email text, phone text, "unitId" integer)
    order by n.at returning id`.execute(tx);
  const ids = made.map(({ id }) => id).sort((a, b) => a - b);
  const idOf = new Map([...fresh.keys()].map((key, at) => [key, ids[at] as number]));
  return rows.map((row) => (row.outcome === 'created' ? { ...row, personId: idOf.get(keyOf(row)) as number } : row));
}

async function addAddresses(tx: WriteDb, rows: readonly SeenRow[]): Promise<void> {
  const adding = rows.flatMap(({ addsEmail, personId, wanted }) =>
    addsEmail ? [{ id: personId, email: wanted?.email }] : [],
  );
  await sql`
    update person p set email = n.email from jsonb_to_recordset(${JSON.stringify(adding)}::jsonb) as n (id integer, email text)
    where p.id = n.id and p.email is null`.execute(tx);
}

async function giveDuties(tx: WriteDb, { actor }: Context, rows: readonly SeenRow[]): Promise<void> {
  const giving = rows.flatMap((row) =>
    row.wanted && row.personId && (row.outcome === 'created' || row.outcome === 'given')
      ? [{ ...row.wanted, personId: row.personId }]
      : [],
  );
  const named = giving.map((each): NamedRegistrant | null =>
    each.role === 'registrant'
      ? {
          unitId: each.unitId,
          name: each.registrant ?? each.fullName,
          subject: each.registrant ? 'collective' : 'individual',
          personId: each.registrant ? null : each.personId,
        }
      : null,
  );
  const { ids } = await findOrCreateRegistrants(
    tx,
    named.filter((each) => each !== null),
  );
  const duties = giving.map(({ personId, role, unitId, from }, at) => ({
    personId,
    role,
    unitId,
    from,
    registrantId: named[at] ? ids.get(registrantKey(named[at])) : null,
  }));
  await sql`
    insert into appointment (person_id, role, unit_id, registrant_id, granted_by, valid)
    select n."personId", n.role, n."unitId", n."registrantId", ${actor.id}::integer, daterange(n."from", null)
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb)
      as n ("personId" integer, role text, "unitId" integer, "registrantId" integer, "from" date)`.execute(tx);
}

export async function markApplied(tx: WriteDb, id: number, rows: readonly SeenRow[], now: Date): Promise<void> {
  await tx
    .updateTable('people_import')
    .set({ rows: JSON.stringify(rows), applied_at: now })
    .where('id', '=', id)
    .execute();
}

/** Throws old lists away, with all that stood in them. */
export async function dropOldImports(tx: WriteDb, now: Date): Promise<number> {
  const before = (kept: number) => new Date(now.getTime() - kept);
  const { rows } = await sql<{ id: number }>`
    delete from people_import where (applied_at is null and created_at <= ${before(KEPT.looked)})
      or applied_at <= ${before(KEPT.written)} returning id`.execute(tx);
  return rows.length;
}
