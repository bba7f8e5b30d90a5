import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, openCast, units } from '../../tests/support/cast.ts';
import { openWork, take } from '../../tests/support/work.ts';

const WORLD = { units: [units.commune], cycles: [1, 2], fields: [1, 2], sectors: [1], levels: ['commune'] };

let cast: Cast;
let client: pg.Client;
beforeAll(async () => {
  cast = await openCast();
  client = await openWork(cast.url, WORLD);
  const entered = { do: 'enter', level: 'commune', unit: units.commune, sector: null, field: 1 } as const;
  await take(client, { ...entered, models: [1, 2], cycle: 1 });
  await take(client, { ...entered, models: [1, 2, 3], cycle: 2 });
  await take(client, { do: 'mark', models: [1, 2], cycle: 2, level: null, depth: 3, state: 'accepted' });
});
afterAll(async () => {
  await client.end();
  await cast.close();
});

async function kheo(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: cast.url, KHEO_DATA: '/nonexistent/data' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out, err };
}

test('the answer for scripts, and nothing else on standard output', async () => {
  const { code, out, err } = await kheo('report', '--cycle', '2026', '--level', 'commune', '--by', 'field', '--json');
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toEqual({
    cycle: '2026',
    level: 'commune',
    registered: 3,
    recognised: 2,
    rate: 66.7,
    previous: { cycle: '2025', registered: 2, recognised: 0, rate: 0 },
    change: { registered: 1, recognised: 2, rate: 66.7 },
    groups: [
      {
        key: 'economy',
        code: 'economy',
        label: 'Kinh tế',
        registered: 3,
        recognised: 2,
        rate: 66.7,
        change: { registered: 1, recognised: 2, rate: 66.7 },
      },
      {
        key: 'culture',
        code: 'culture',
        label: 'Văn hóa – xã hội',
        registered: 0,
        recognised: 0,
        rate: null,
        change: { registered: 0, recognised: 0, rate: null },
      },
    ],
  });
});

test('without a level, without a year before, of one unit by its code', async () => {
  const { out } = await kheo('report', '--cycle', '2025', '--unit', '011', '--json');
  expect(JSON.parse(out)).toEqual({
    cycle: '2025',
    level: null,
    registered: 2,
    recognised: 0,
    rate: 0,
    previous: null,
    change: null,
    groups: [],
  });
});

test('for people: the sentence and a table', async () => {
  const { out } = await kheo('report', '--cycle', '2026', '--by', 'unit');
  expect(out.split('\n')).toEqual([
    'Năm 2026, toàn tỉnh đăng ký 3 mô hình, tăng 1 mô hình so với năm 2025; đã công nhận 2 mô hình, chiếm 66,7% so với số đăng ký.',
    '',
    'Đơn vị      Đăng ký  Công nhận  Tỷ lệ  So với 2025  Điểm % so với 2025',
    'Huyện Đông        3          2  66,7%           +1               +66,7',
    'Huyện Tây         0          0      —            0                   —',
    'Tổng cộng         3          2  66,7%           +1               +66,7',
    '',
  ]);
});

test.each([
  [['--cycle', '1999'], 'Không có năm “1999”.'],
  [['--cycle', '2026', '--unit', '999'], 'Không có đơn vị nào mang mã 999'],
  [['--cycle', '2026', '--level', 'hamlet'], '--level must be one of commune, district, province'],
  [['--by', 'unit'], 'Which cycle?'],
  [['--cycle', '2026', '--colour'], 'Unknown option'],
])('report %j is refused in one line', async (args, begins) => {
  const { code, out, err } = await kheo('report', ...args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(begins);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('a recount says how many cells there are', async () => {
  expect(await kheo('recount')).toEqual({ code: 0, out: 'Counted anew: 4 cells.\n', err: '' });
});

test('another view says which one it is, and on which day its tree stands', async () => {
  const { out } = await kheo('report', '--cycle', '2026', '--view', 'now', '--as-of', '2026-03-10', '--json');
  expect(JSON.parse(out)).toMatchObject({ view: 'now', as_of: '2026-03-10' });
  const { code, err } = await kheo('report', '--cycle', '2026', '--view', 'tomorrow');
  expect([code, err]).toEqual([1, expect.stringContaining('--view must be one of then, now, origin')]);
});

test('a code that two movements share is refused with the numbers to choose from', async () => {
  await cast.asOwner(
    `insert into movement (code, code_prefix, name_vi, name_en) values ('hai', 'HAI', 'Thi đua hai', 'Second')`,
  );
  await cast.asOwner(`insert into cycle (movement_id, code, year, reference_day, opens_on)
    select m.id, c.code, c.year, c.reference_day, c.opens_on from cycle c, movement m where m.code = 'hai' and c.code = '2026'`);
  const refused = await kheo('report', '--cycle', '2026', '--json');
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toMatch(/--movement .*: 1 \(.+\), \d+ \(Thi đua hai\)\.\n$/);
  const { out } = await kheo('report', '--cycle', '2026', '--movement', '1', '--json');
  expect(JSON.parse(out)).toMatchObject({ cycle: '2026', registered: 3 });
});
