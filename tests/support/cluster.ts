import { createHash } from 'node:crypto';
import { existsSync, globSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openDatabase } from '../../src/platform/server/embedded.ts';
import { isAlive } from '../../src/platform/server/machine.ts';
import { migrate } from '../../src/platform/server/migrate.ts';

/**
 * Starts the cluster of the tests, migrates one template in it and tells the tests where it is; returns the end of it.
 * The cluster is shared by runs at the same time, and kept between runs on a disk; template and clones belong to one run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const database = await openCluster();
  const template = `template_${process.pid}`;
  const templateUrl = withDatabase(database.url, template);
  await onServer(database.url, async (server) => {
    await sweep(server);
    await server.query(`create database ${template}`);
  });
  await migrate(templateUrl);
  await fill(templateUrl);
  process.env.KHEO_TEST_TEMPLATE = templateUrl;
  return async () => {
    await onServer(database.url, async (server) => {
      await drop(server, (_, pid) => pid === process.pid);
    });
    await database.close();
    forget();
  };
}

/** The same server under another database name. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Runs `work` on one connection to the database at `url`. */
export async function onServer<T>(url: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

const MEMORY = '/dev/shm';

/** A folder of its own for each checkout and user; one that does not start (no fsync: a crash may break it) is made anew. */
export async function openCluster() {
  const dataFolder = folder();
  try {
    return await openDatabase({ dataFolder, sync: false });
  } catch {
    rmSync(dataFolder, { recursive: true, force: true });
    return await openDatabase({ dataFolder, sync: false });
  }
}

function folder(): string {
  const checkout = createHash('sha256')
    .update(resolve(import.meta.dirname))
    .digest('hex')
    .slice(0, 8);
  const name = `kheo-test-${checkout}-${process.getuid?.() ?? 'user'}`;
  const inMemory = join(MEMORY, name);
  return existsSync(inMemory) || hasRoom() ? inMemory : join(tmpdir(), name);
}

/** A clone is some 800 files: a disk takes up to a second for it, memory 70 ms. */
function hasRoom(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > 4e9;
}

/** What lies in memory is given back, unless another run still uses it. */
function forget(): void {
  const data = folder();
  const inUse = globSync('*/cluster/postmaster.pid', { cwd: data }).length > 0;
  if (data.startsWith(MEMORY) && !inUse) rmSync(data, { recursive: true, force: true });
}

/** What every test may count on beyond the migrations, if `cast.ts` offers it. */
async function fill(url: string): Promise<void> {
  const cast = new URL('cast.ts', import.meta.url);
  if (!existsSync(fileURLToPath(cast))) return;
  const { fillTemplate } = (await import(cast.href)) as { fillTemplate?: (url: string) => Promise<void> };
  await fillTemplate?.(url);
}

/** Databases of runs that were killed. */
async function sweep(server: pg.Client): Promise<void> {
  await drop(server, (_, pid) => !isAlive(pid));
}

async function drop(server: pg.Client, which: (name: string, pid: number) => boolean): Promise<void> {
  const { rows } = await server.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^(test|template)_[0-9]+'`,
  );
  for (const { datname } of rows) {
    if (which(datname, Number(datname.split('_')[1])))
      await server.query(`drop database if exists ${datname} with (force)`);
  }
}
