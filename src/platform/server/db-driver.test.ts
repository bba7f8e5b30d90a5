import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onServer } from '../../../tests/support/cluster.ts';
import { contextFor, newOffice } from '../../../tests/support/office.ts';
import type { Database, ReadDb } from './context.ts';
import { connect, read, rowsOf } from './db.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
let database: Database;
beforeAll(async () => {
  office = await newOffice();
  database = connect(office.database.url, 1);
});
afterAll(async () => {
  await database.close();
  await office.database.close();
});

const NOW = new Date('2026-03-10T02:00:00Z');
const asked = <T>(work: (db: ReadDb) => Promise<T>) => read(contextFor(database, NOW), work);
const backend = () =>
  asked(async (db) => (await rowsOf(db, sql<{ pid: number }>`select pg_backend_pid() as pid`))[0]?.pid);

test('a statement that is asked again is known by its name, whatever its values', async () => {
  for (const value of [1, 2, 3]) await asked((db) => rowsOf(db, sql`select ${value}::integer as known_by_name`));
  const known = await asked((db) =>
    rowsOf(
      db,
      sql`select from pg_prepared_statements where statement like '%known_by_name%' and name like 'known%'
      and statement not like '%pg_prepared%'`,
    ),
  );
  expect(known).toHaveLength(1);
});

test('a connection that knows very many statements makes room for another', async () => {
  const first = await backend();
  expect(await backend()).toBe(first);
  await asked(async (db) => {
    for (let at = 0; at < 150; at++) await rowsOf(db, sql`select ${sql.lit(at)} as one_of_many`);
  });
  expect(await backend()).not.toBe(first);
});

test('a connection that the server ends while it is at work fails what was asked of it, and nothing else', async () => {
  const cut = asked(async (db) => {
    const pid = (await rowsOf(db, sql<{ pid: number }>`select pg_backend_pid() as pid`))[0]?.pid;
    await onServer(office.database.url, (owner) => owner.query('select pg_terminate_backend($1, 5000)', [pid]));
    await rowsOf(db, sql`select 1`);
  });
  await expect(cut).rejects.toThrow();
  expect(await backend()).toBeGreaterThan(0);
});
