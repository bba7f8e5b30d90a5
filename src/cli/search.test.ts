import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, cycles, openCast } from '../../tests/support/cast.ts';
import { send } from '../../tests/support/initiatives.ts';

let cast: Cast;
let folder: string;
beforeAll(async () => {
  cast = await openCast();
  folder = mkdtempSync(join(tmpdir(), 'kheo-search-'));
  await send(cast, 'registrant', {
    name: 'Camera an ninh ấp Hòa Bình',
    cycleId: cycles.last,
    levels: ['commune', 'district'],
  });
  await send(cast, 'registrant', { name: 'Lắp camera trước cổng trường' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cast.close();
});

function kheo(...args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: cast.url };
  const all = [resolve(import.meta.dirname, 'main.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', env });
  return { status, answer: stdout.startsWith('[') ? JSON.parse(stdout) : stdout, stderr };
}

test('search answers models of every year once, latest entered first', () => {
  const { status, answer } = kheo('search', 'CAMERA', '--json');
  expect([status, answer]).toEqual([
    0,
    [
      { id: 2, code: expect.stringMatching(/-00002$/), name: 'Lắp camera trước cổng trường', unit: 'Xã Đông Một' },
      { id: 1, code: expect.stringMatching(/-00001$/), name: 'Camera an ninh ấp Hòa Bình', unit: 'Xã Đông Một' },
    ],
  ]);
  expect(kheo('search', 'camera', 'an', 'ninh', '--limit', '1', '--json').answer).toHaveLength(1);
  expect(kheo('search', 'không có gì', '--json').answer).toEqual([]);
  expect(kheo('search', 'x', '--limit', '0')).toMatchObject({ status: 1, answer: '' });
});

test('similar and name-advice read what offices save, and open no database', () => {
  const pairs = join(folder, 'pairs.tsv');
  const heading = ['n', 'title_a', 'content_a', 'place_a', 'year_a', 'title_b', 'content_b', 'place_b', 'year_b'];
  const lines = [
    heading,
    ['1', '"Ánh sáng" đường quê', '', 'xã A', '2020', 'Thắp sáng đường quê ấp 3', '', 'xã B', '2021'],
    ['2', 'Camera an ninh', '', '', '', 'Hũ gạo tình thương', '', '', ''],
  ];
  writeFileSync(pairs, `\uFEFF${lines.map((line) => line.join('\t')).join('\r\n')}\r\n`);
  expect(kheo('similar', '--pairs', pairs, '--json').answer).toEqual([
    { score: expect.any(Number), verdict: 'same' },
    { score: 0, verdict: 'different' },
  ]);
  const names = join(folder, 'names.csv');
  writeFileSync(names, '\uFEFFTên\r\n"Vận động hiến đất, làm đường ấp 3"\r\n\r\nMô hình dân vận khéo\r\n');
  expect(kheo('name-advice', '--names', names, '--json').answer).toEqual([
    { name: 'Vận động hiến đất, làm đường ấp 3', advice: [], suggestions: [] },
    { name: 'Mô hình dân vận khéo', advice: expect.arrayContaining(['generic']), suggestions: expect.any(Array) },
  ]);
  expect(kheo('similar', '--pairs', join(folder, 'none.tsv'))).toMatchObject({ status: 1, answer: '' });
});
