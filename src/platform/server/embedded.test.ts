import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './embedded.ts';
import { isAlive } from './machine.ts';

let dataFolder: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kheo-embedded-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(dataFolder, { recursive: true }));

const open = () => openDatabase({ dataFolder, sync: false });

/** The number of the running server's process, or undefined. */
function server(): number | undefined {
  const file = join(dataFolder, 'postgres-18/cluster/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

/** How many are counted as using the server. */
async function members(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::integer as n from pg_stat_activity where application_name = 'kheo member'`,
    );
    return rows[0]?.n ?? 0;
  } finally {
    await client.end();
  }
}

/** Another process that opens the database, says so, and then waits to be killed. */
async function another(): Promise<ChildProcess> {
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)});
    await openDatabase({ dataFolder: ${JSON.stringify(dataFolder)}, sync: false });
    console.log('open');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

test('first starts at the same moment share one cluster, and the last one out stops it', async () => {
  const [first, second, third] = await Promise.all([open(), open(), another()]);
  expect(first.url).toBe(second.url);
  const pid = server();
  await first.close();
  await second.close();
  expect(server()).toBe(pid);

  third.kill('SIGKILL');
  await once(third, 'exit');
  // Killed, it could not stop what it left; the next one finds it, uses it and, being the last, stops it.
  expect(server()).toBe(pid);
  const next = await open();
  expect(server()).toBe(pid);
  // On a busy machine the server notices a moment later that the killed one is gone.
  await expect.poll(() => members(next.url), { timeout: 30_000 }).toBe(1);
  await next.close();
  expect(server()).toBeUndefined();
});

test('after its server was killed it starts again', async () => {
  let lost = 0;
  const before = await openDatabase({ dataFolder, sync: false, onLost: () => lost++ });
  process.kill(server()!, 'SIGKILL');
  await expect.poll(() => lost).toBe(1);
  await before.close();
  const after = await open();
  expect(isAlive(server()!)).toBe(true);
  await after.close();
});

test('a note that names the server of another place does not keep this one from starting', async () => {
  const other = mkdtempSync(join(tmpdir(), 'kheo-embedded-'));
  const running = await openDatabase({ dataFolder: other, sync: false });
  const note = readFileSync(join(other, 'postgres-18/cluster/postmaster.pid'), 'utf8');
  writeFileSync(join(dataFolder, 'postgres-18/cluster/postmaster.pid'), note);
  const database = await open();
  expect(server()).not.toBe(Number.parseInt(note, 10));
  await database.close();
  await running.close();
  rmSync(other, { recursive: true });
});

test('it knows Vietnamese letters, listens on no other address and asks for a password', async () => {
  const database = await open();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } =
    await client.query(`select lower('ĐƯỜNG') as lower, 'mạ' < 'má' collate "vi-x-icu" as sorts, current_setting('listen_addresses') as addresses,
    current_setting('unix_socket_directories') as sockets, pg_encoding_to_char(encoding) as encoding, datctype from pg_database where datname = current_database()`);
  expect(rows).toEqual([
    { lower: 'đường', sorts: false, addresses: '127.0.0.1', sockets: '', encoding: 'UTF8', datctype: 'C.UTF-8' },
  ]);
  await client.end();
  const wrong = new URL(database.url);
  wrong.password = 'wrong';
  await expect(new pg.Client({ connectionString: wrong.href }).connect()).rejects.toThrow(
    'password authentication failed',
  );
  await database.close();
});
