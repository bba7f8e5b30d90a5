import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, openCast } from '../../tests/support/cast.ts';

const MAIN = resolve(import.meta.dirname, 'main.ts');

let cast: Cast;
let folder: string;
beforeAll(async () => {
  cast = await openCast();
  folder = mkdtempSync(join(tmpdir(), 'kheo-user-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cast.close();
});

test('people are read in from a list: looked at first, then written as far as it is good', async () => {
  const file = join(folder, 'ds.csv');
  writeFileSync(file, 'name,unit,role\nLê Hoa,01101,commune_officer\nMai,Xã Lạ Lùng,registrant\n');
  const kheo = (...args: string[]) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: cast.url };
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'user', 'import', ...args], {
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr: stderr.trim() };
  };
  const count = () => cast.asOwner(`select count(*)::int as n from person where full_name = 'Lê Hoa'`);
  const refused = [{ line: 3, text: 'Không có đơn vị “Xã Lạ Lùng” vào ngày đã chọn.' }];
  const answer = { rows: 2, created: 1, given: 0, unchanged: 0, refused };
  const looked = kheo(file, '--dry-run', '--json');
  expect({ ...looked, stdout: JSON.parse(looked.stdout) }).toEqual({ status: 2, stderr: '', stdout: answer });
  expect(await count()).toEqual([{ n: 0 }]);
  expect(kheo(file)).toEqual({
    status: 2,
    stderr: '',
    stdout: `rows: 2\ncreated: 1\ngiven: 0\nunchanged: 0\n3: ${refused[0]?.text}\n`,
  });
  expect(await count()).toEqual([{ n: 1 }]);
  expect(kheo(join(folder, 'none.csv'))).toMatchObject({ status: 1, stdout: '' });
});
