import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleRegister } from '../../tests/fixtures/article-register.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';

const MAIN = resolve(import.meta.dirname, 'main.ts');

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'kheo-article-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function kheo(...args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env });
  return { status, answer: stdout.startsWith('{') ? JSON.parse(stdout) : stdout, stderr };
}

function take(year: number, registered: number, recognised: number) {
  const file = join(folder, `${year}.csv`);
  writeFileSync(file, articleRegister(year, registered, recognised));
  const decision = ['--decision', `${year}-QĐ/BCĐ`, '--decided-on', `${year}-12-20`];
  return kheo('import', file, '--cycle', String(year), '--level', 'commune', ...decision, '--json');
}

test('the registers of 2018 and 2019, read in by command, give the figures of the article from rows', {
  timeout: 180_000,
}, () => {
  expect(kheo('demo', '--without-registrations').status).toBe(0);
  expect(take(2018, 7337, 6120)).toMatchObject({
    status: 0,
    answer: { rows: 7337, invalid: 0, recognised: 6120, created: 7337 },
  });
  expect(take(2019, 7736, 6568)).toMatchObject({
    status: 0,
    answer: { rows: 7736, invalid: 0, recognised: 6568, created: 7736 },
  });
  expect(take(2019, 7736, 6568)).toMatchObject({ status: 0, answer: { created: 0, unchanged: 7736 } });

  const { answer } = kheo('report', '--cycle', '2019', '--level', 'commune', '--by', 'unit', '--json');
  const head = { cycle: '2019', level: 'commune', registered: 7736, recognised: 6568, rate: 84.9 };
  const previous = { cycle: '2018', registered: 7337, recognised: 6120, rate: 83.4 };
  expect(answer).toMatchObject({ ...head, previous, change: { registered: 399, recognised: 448, rate: 1.5 } });
  const sum = (of: 'registered' | 'recognised') =>
    answer.groups.reduce((all: number, group: Record<string, number>) => all + (group[of] ?? 0), 0);
  expect([answer.groups.length, sum('registered'), sum('recognised')]).toEqual([15, 7736, 6568]);
  expect(kheo('report', '--cycle', '2019').answer).toContain('7.736');
});
