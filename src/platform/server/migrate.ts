import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { connectOwner, refuseUnfit } from './database-fit.ts';
import { installJobTables } from './job-tables.ts';
import { projectRoot } from './project-root.ts';

export type Migration = { name: string; sql: string; digest: string };

const LOCK = 4_711_001;

/** Brings the database at `url` (its owner) up to date and returns the names applied; forward only, one transaction each. */
export async function migrate(url: string, folder = ownFolder()): Promise<string[]> {
  const wanted = readMigrations(folder);
  const client = await connectOwner(url, 'kheo migrate');
  try {
    // Of several processes that start at once, one migrates and the others find it done.
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query('set client_min_messages = warning');
    const pending = await pendingMigrations(client, wanted);
    if (pending.length > 0) await refuseUnfit(client);
    await client.query(`create table if not exists schema_migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now())`);
    for (const migration of pending) await apply(client, migration);
    await installJobTables(client);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

const ownFolder = () => join(projectRoot(), 'db/migrations');

/** The migrations in `folder`, in order; throws in one sentence where a file breaks the form. */
export function readMigrations(folder = ownFolder()): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  names.sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!number) throw new Error(`Migration ${name} must be named like 0007_work.sql.`);
    if (numbers.has(number)) throw new Error(`Two migrations have the number ${number}: rename the later one.`);
    numbers.add(number);
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    if (!sql.startsWith('-- why: '))
      throw new Error(`Migration ${name} must say on its first line why it is there: "-- why: …".`);
    return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Those of `wanted` that the database lacks; throws if an applied one was changed or a newer one is unknown. */
export async function pendingMigrations(client: pg.ClientBase, wanted: Migration[]): Promise<Migration[]> {
  const { rowCount } = await client.query(`select where to_regclass('public.schema_migration') is not null`);
  if (!rowCount) return wanted;
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from schema_migration order by name',
  );
  const applied = new Map(rows.map((row) => [row.name, row.digest]));
  for (const { name, digest } of wanted) {
    if (applied.has(name) && applied.get(name) !== digest) {
      throw new Error(`Migration ${name} was changed after it had been applied: put it back and write a new one.`);
    }
  }
  const known = new Set(wanted.map((migration) => migration.name));
  const foreign = rows.find((row) => !known.has(row.name));
  if (foreign) throw new Error(`The database knows ${foreign.name}, this version of Khéo does not: start a newer one.`);
  const newest = rows.at(-1)?.name ?? '';
  const pending = wanted.filter((migration) => !applied.has(migration.name));
  const late = pending.find((migration) => migration.name < newest);
  if (late)
    throw new Error(`Migration ${late.name} comes before ${newest}, which is applied: give it a higher number.`);
  return pending;
}

async function apply(client: pg.Client, { name, sql, digest }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${name} failed: ${whatWentWrong(error, sql)}`, { cause: error });
  }
}

function whatWentWrong(error: unknown, sql: string): string {
  const { message, position } = error as { message: string; position?: string };
  return position ? `${message} (line ${sql.slice(0, Number(position)).split('\n').length})` : message;
}
