import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await testDatabase();
  await query('drop table schema_migration');
  folder = mkdtempSync(join(tmpdir(), 'kheo-migrations-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const write = (name: string, sql: string) => writeFileSync(join(folder, name), `-- why: to try\n${sql}`);

async function query(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

test('applies what is new, in order, once', async () => {
  write('0002_second.sql', 'alter table trial add column name text;');
  write('0001_first.sql', 'create table trial (id int);');
  expect(await migrate(database.url, folder)).toEqual(['0001_first.sql', '0002_second.sql']);
  expect(await migrate(database.url, folder)).toEqual([]);
  write('0003_third.sql', 'insert into trial values (1);');
  expect(await migrate(database.url, folder)).toEqual(['0003_third.sql']);
});

test('a migration that fails leaves nothing of itself, keeps those before it, and names its line', async () => {
  write('0001_first.sql', 'create table trial (id int);');
  write('0002_second.sql', 'insert into trial values (1);\nselect wrong;');
  await expect(migrate(database.url, folder)).rejects.toThrow(
    'Migration 0002_second.sql failed: column "wrong" does not exist (line 3)',
  );
  expect((await query('select * from trial')).rowCount).toBe(0);
  expect((await query('select name from schema_migration')).rows).toEqual([{ name: '0001_first.sql' }]);
});

test('refuses a file changed after it was applied, one that comes too late, and one it does not know', async () => {
  write('0002_second.sql', 'create table trial (id int);');
  await migrate(database.url, folder);
  write('0002_second.sql', 'create table trial (id bigint);');
  await expect(migrate(database.url, folder)).rejects.toThrow('0002_second.sql was changed after it had been applied');
  write('0002_second.sql', 'create table trial (id int);');
  write('0001_first.sql', 'select 1;');
  await expect(migrate(database.url, folder)).rejects.toThrow('0001_first.sql comes before 0002_second.sql');
  rmSync(join(folder, '0001_first.sql'));
  rmSync(join(folder, '0002_second.sql'));
  await expect(migrate(database.url, folder)).rejects.toThrow('The database knows 0002_second.sql');
});

test('refuses two files of one number and a file that does not say why it is there', async () => {
  write('0001_first.sql', '');
  write('0001_again.sql', '');
  await expect(migrate(database.url, folder)).rejects.toThrow('Two migrations have the number 0001');
  rmSync(join(folder, '0001_again.sql'));
  writeFileSync(join(folder, '0001_first.sql'), 'select 1;');
  await expect(migrate(database.url, folder)).rejects.toThrow('must say on its first line why');
});

test('several processes at once migrate once', async () => {
  write('0001_first.sql', 'create table trial (id int); select pg_sleep(0.1);');
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
  expect(applied.flat()).toEqual(['0001_first.sql']);
});

test('a database that does not fit is refused before anything is written, one that does not answer in a sentence', async () => {
  const name = `${new URL(database.url).pathname.slice(1)}_ascii`;
  const unfit = new URL(database.url);
  unfit.pathname = name;
  await query(
    `create database ${name} encoding 'SQL_ASCII' locale_provider libc lc_collate 'C' lc_ctype 'C' template template0`,
  );
  try {
    write('0001_first.sql', 'create table trial (id int);');
    await expect(migrate(unfit.href, folder)).rejects.toThrow(
      'This database cannot be used. The database is in SQL_ASCII',
    );
    const client = new pg.Client({ connectionString: unfit.href });
    await client.connect();
    const { rowCount } = await client.query(`select from pg_tables where schemaname = 'public'`);
    await client.end();
    expect(rowCount).toBe(0);
  } finally {
    await query(`drop database ${name}`);
  }
  const other = new URL(database.url);
  other.password = 'wrong-9';
  const refused = migrate(other.href, folder);
  await expect(refused).rejects.toThrow(/ refuses this user or password .*DATABASE_URL/);
  await expect(refused).rejects.not.toThrow('wrong-9');
  other.port = '1';
  await expect(migrate(other.href, folder)).rejects.toThrow(/127\.0\.0\.1:1 does not answer .*DATABASE_URL/);
});
