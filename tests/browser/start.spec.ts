import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite } from '../support/site.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let dataFolder: string;
let site: Site;
const embedded = () => startSite({ DATABASE_URL: '', KHEO_DATA: dataFolder });
const databaseRuns = () => existsSync(join(dataFolder, 'postgres-18/cluster/postmaster.pid'));

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kheo-start-'));
  site = await embedded();
});
afterAll(() => rmSync(dataFolder, { recursive: true }));

function kheo(args: string[], env: NodeJS.ProcessEnv, cwd: string) {
  const clean = { PATH: process.env.PATH, HOME: process.env.HOME };
  return spawnSync(join(ROOT, 'bin/kheo'), args, { encoding: 'utf8', cwd, env: { ...clean, ...env } });
}

test('a taken port is said in one sentence with a way out, and leaves the running one alone', async () => {
  const { port } = new URL(site.origin);
  const second = kheo(['start'], { KHEO_DATA: dataFolder, PORT: port }, ROOT);
  expect(second.status).toBe(1);
  expect(second.stderr.trim()).toMatch(
    new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken.*PORT=${Number(port) + 1} npm start$`),
  );
  expect((await fetch(site.origin)).status).toBe(200);
});

test('a command from another folder uses the database that runs, and leaves it running', () => {
  const answer = kheo(['migrate'], { KHEO_DATA: './' }, dataFolder);
  expect(answer).toMatchObject({ status: 0, stdout: 'The database is up to date.\n', stderr: '' });
  expect(databaseRuns()).toBe(true);
});

test('killed, it leaves nothing that stops the next start; told to stop, it stops everything', async () => {
  const ended = once(site.process, 'exit');
  site.process.kill('SIGKILL');
  await ended;
  expect(databaseRuns()).toBe(true);
  site = await embedded();
  expect((await fetch(site.origin)).status).toBe(200);
  // From a terminal it comes twice: to the whole group, and again by npm.
  site.process.kill('SIGINT');
  expect(await site.stop()).toBe(0);
  expect(databaseRuns()).toBe(false);
});
