import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = resolve(import.meta.dirname, 'main.ts');

/** Without a database: none of these may open one. */
function kheo(...args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

test('asked how it is called, a command answers that and does nothing else', () => {
  const { stdout, ...rest } = kheo('recount', '--help');
  expect(rest).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('./bin/kheo recount [--json]');
});

test('a command that takes nothing refuses what it does not know', () => {
  expect(kheo('worker', '--nonsense')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining("'--nonsense'"),
  });
});

test('a file that is no list is told in a sentence, never by a code', () => {
  const { status, stdout, stderr } = kheo('similar', '--pairs', process.execPath);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^Tệp này không phải bảng tính\. /);
});
