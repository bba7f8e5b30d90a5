import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '#platform/server/sheet.ts';
import { type FixtureCell, workbook } from '../../tests/fixtures/workbook.ts';
import { type Cast, openCast } from '../../tests/support/cast.ts';
import { countedIn } from '../../tests/support/registers.ts';

const MAIN = resolve(import.meta.dirname, 'main.ts');

let cast: Cast;
let folder: string;
beforeAll(async () => {
  cast = await openCast();
  folder = mkdtempSync(join(tmpdir(), 'kheo-import-'));
});
beforeEach(() => cast.asOwner(`update registration set state = 'annulled' where state <> 'annulled'`));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await cast.close();
});

/** Runs the command on the cast's database, as a script would. */
function kheo(file: string, ...args: string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: cast.url };
  const all = [MAIN, 'import', join(folder, file), '--cycle', '2025', '--level', 'commune', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8', env });
  return { status, stdout, stderr: stderr.trim(), answer: stdout.startsWith('{') ? JSON.parse(stdout) : undefined };
}

function put(name: string, bytes: Uint8Array | string): string {
  writeFileSync(join(folder, name), bytes);
  return name;
}

const HEADING = ['STT', 'Tên mô hình', 'Chủ thể', 'Xã', 'Lĩnh vực', 'Tập thể', 'Cá nhân', 'Kết quả'];
const GOOD: FixtureCell[][] = [
  ['BAN CHỈ ĐẠO'],
  [],
  HEADING,
  [1, 'Góp vốn xoay vòng', 'Chi hội Phụ nữ', 'Xã Đông Một', 'Kinh tế', 'x', '', 'Đạt'],
  [2, 'Vườn mẫu', 'Danh Hưởng', 'Xã Tây Một', 'KT', '', 'x', 'Không đạt'],
  ['', 'Tổng cộng', '', '', '', 1, 1, 1],
];
const BAD: FixtureCell[] = [3, 'Không rõ nơi', 'Chi hội', 'Xã Lạ', 'Kinh tế', 'x', 'x', ''];
const list = (...more: FixtureCell[][]) => workbook({ DS: [...GOOD, ...more] });
const DECISION = ['--decision', '12-QĐ/BCĐ', '--decided-on', '2025-12-20'];
const COUNTS = { rows: 2, valid: 2, invalid: 0, recognised: 1, created: 2, updated: 0, unchanged: 0, conflicting: 0 };

test('a good list is written, and the answer alone is on standard output', async () => {
  const file = put('tot.xlsx', list());
  const { status, answer, stderr } = kheo(file, ...DECISION, '--json');
  expect([status, stderr]).toEqual([0, '']);
  expect(answer).toEqual({
    ...COUNTS,
    errors: [],
    repaired: 0,
    mapping: {
      number: 'STT',
      name: 'Tên mô hình',
      registrant: 'Chủ thể',
      commune: 'Xã',
      field: 'Lĩnh vực',
      collective: 'Tập thể',
      individual: 'Cá nhân',
      result: 'Kết quả',
    },
  });
  expect(await countedIn(cast)).toEqual({ registered: 2, carriedOut: 2, recognised: 1 });
  const again = kheo(file, ...DECISION, '--json');
  expect([again.status, again.answer]).toMatchObject([0, { created: 0, unchanged: 2 }]);
});

test('without a decision results are counted and not recorded', async () => {
  expect(kheo(put('tot.xlsx', list()), '--json').answer).toEqual(expect.objectContaining(COUNTS));
  expect(await countedIn(cast)).toEqual({ registered: 2, carriedOut: 0, recognised: 0 });
});

test('a bad row stops everything with 2, unless the good ones are accepted; each error says where', async () => {
  const file = put('loi.xlsx', list(BAD));
  const refused = kheo(file, '--json');
  expect([refused.status, refused.answer]).toMatchObject([2, { rows: 3, valid: 2, invalid: 1, created: 2 }]);
  expect(refused.answer.errors).toEqual([
    { row: 7, column: 'D', code: 'unit.unknown', message: expect.stringContaining('Xã Lạ') },
    { row: 7, column: 'F', code: 'subject.both', message: expect.stringContaining('chỉ để một') },
  ]);
  expect(await countedIn(cast)).toMatchObject({ registered: 0 });
  expect(kheo(file, '--accept-valid', '--json').status).toBe(2);
  expect(await countedIn(cast)).toMatchObject({ registered: 2 });
});

test('a dry run says the same and writes nothing', async () => {
  const { status, answer } = kheo(put('tot.xlsx', list()), '--dry-run', ...DECISION, '--json');
  expect([status, answer]).toEqual([0, expect.objectContaining(COUNTS)]);
  expect(await countedIn(cast)).toMatchObject({ registered: 0 });
  expect(await cast.asOwner(`select from import_batch where file_name = 'tot.xlsx' and created_at > now()`)).toEqual(
    [],
  );
});

test('a unit’s own list takes only its own rows', () => {
  const file = put('tot.xlsx', list());
  const { status, answer } = kheo(file, '--unit', '01101', '--json');
  expect([status, answer.errors]).toMatchObject([2, [{ row: 5, column: 'D', code: 'unit.outside' }]]);
  const unknown = kheo(file, '--unit', '99999', '--json');
  expect([unknown.status, unknown.stdout, unknown.stderr]).toEqual([1, '', expect.stringContaining('99999')]);
});

test('a list of another year is read as asked, and that is said', () => {
  const file = put('nam-truoc.xlsx', workbook({ DS: [['DANH SÁCH MÔ HÌNH NĂM 2024'], ...GOOD.slice(2)] }));
  const { status, answer, stderr } = kheo(file, '--dry-run', '--json');
  expect([status, answer.rows, stderr]).toEqual([0, 2, expect.stringMatching(/2024.*2025/)]);
});

test('a semicolon list in UTF-8 without a mark is read alike', () => {
  const text = GOOD.slice(2, 5).map((row) => row.join(';'));
  expect(kheo(put('tot.csv', text.join('\r\n')), '--dry-run', '--json').answer).toEqual(
    expect.objectContaining(COUNTS),
  );
});

describe('what cannot be read is said in one line with 1, and nothing is on standard output', () => {
  const bomb = () => {
    const sheet = new Uint8Array(30 * 1024 * 1024).fill(0x20);
    return zipSync({ 'xl/workbook.xml': new Uint8Array(), 'xl/worksheets/sheet1.xml': sheet }, { level: 9 });
  };
  test.each<[string, string, () => Uint8Array | string | undefined, RegExp]>([
    ['a text named .xlsx', 'chu.xlsx', () => 'Kính gửi: Ban Chỉ đạo', /không phải bảng tính/],
    ['a zip bomb', 'bom.xlsx', bomb, /quá lớn/],
    ['a file beyond what any may weigh', 'nang.csv', () => new Uint8Array(LIMITS.bytes + 1), /quá lớn/],
    ['an empty file', 'rong.csv', () => '', /không có nội dung/],
    ['a letter', 'thu.xlsx', () => workbook({ A: [['Kính gửi'], ['xin báo cáo']] }), /dòng tiêu đề/],
    ['a file that is not there', 'khong-co.xlsx', () => undefined, /Không mở được tệp/],
  ])('%s', (_what, name, bytes, sentence) => {
    const content = bytes();
    if (content !== undefined) put(name, content);
    const { status, stdout, stderr } = kheo(name, '--json');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.split('\n')).toHaveLength(1);
  });

  test('a folder', () => {
    mkdirSync(join(folder, 'thu-muc.xlsx'));
    const { status, stderr } = kheo('thu-muc.xlsx', '--json');
    expect([status, stderr]).toEqual([1, expect.stringContaining('Không mở được tệp')]);
  });

  test('a cycle that is not there', () => {
    const file = put('tot.xlsx', list());
    const { status, stdout, stderr } = kheo(file, '--cycle', '1999', '--json');
    expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining('1999')]);
  });
});
