import { afterAll, beforeAll, expect, test } from 'vitest';
import { wordsIn } from '#messages/catalogues.ts';
import { read } from '#platform/server/db.ts';
import { readSheets } from '#platform/server/sheet-reader.ts';
import { type Cast, cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { importList, receiveList } from '../../../../../tests/support/registers.ts';
import { receiveRegister } from './actions.ts';
import { writeRegister } from './actions-write.ts';
import { readRegister } from './queries-file.ts';
import { sheetToMend } from './queries-mend.ts';
import { registerPage } from './queries-page.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const officer = () => cast.contextFor('provincial_officer');
const mend = (id: number, language: 'vi' | 'en' = 'vi') =>
  read(officer(), (db) => sheetToMend(db, officer(), id, wordsIn(language)));
const cellsOf = async (body: Uint8Array) => (await readSheets(body, 'x.xlsx')).sheets[0]!.rows.map((row) => row.cells);

const ROWS = `
1 | Góp vốn | Chi hội Phụ nữ | Xã Đông Một | KT | x | | Đạt
2 | =1+1 | Chi đoàn | Xã Lạ | VH-XH | x | x |
3 | Vườn mẫu | Danh Hưởng | Xã Tây Một | KT | | x |`;

test('rows to mend come in the office’s own columns with the reasons behind them, before and after writing', async () => {
  const id = await receiveList(cast, ROWS);
  const before = await mend(id);
  expect(before.name).toBe('danh-sach-dong-loi.xlsx');
  const cells = await cellsOf(before.body);
  expect(cells.slice(2)).toEqual([
    ['STT', 'Tên mô hình', 'Chủ thể', 'Xã', 'Lĩnh vực', 'Tập thể', 'Cá nhân', 'Kết quả', 'Vì sao'],
    [
      '2',
      '=1+1',
      'Chi đoàn',
      'Xã Lạ',
      'VH-XH',
      'x',
      'x',
      '',
      'Cột D (Xã): Không có đơn vị “Xã Lạ” trong danh mục của năm này. Hãy kiểm tra lại tên hoặc ghi mã đơn vị.\nCột F (Tập thể): Đã chọn cả tập thể và cá nhân. Hãy chỉ để một.',
    ],
  ]);
  await writeRegister(officer(), { id });
  expect(await cellsOf((await mend(id)).body)).toEqual(cells);
});

test('what differs from what stands is among them, and a list without any has no such file', async () => {
  const other = '1 | Góp vốn | Chi hội Phụ nữ | Xã Đông Một | VH-XH | x | | ';
  const { id } = await importList(cast, other);
  const cells = await cellsOf((await mend(id as number, 'en')).body);
  expect(cells[3]?.at(-1)).toMatch(/^The field differs/);
  const clean = await receiveList(cast, '1 | Mới | Hội | Xã Tây Một | KT | x | |');
  await expect(mend(clean)).rejects.toMatchObject({ status: 404, reason: { code: 'register.bad.none' } });
});

test('once mended, the file is read in again by itself: under its headings, with its joined columns', async () => {
  const lines = [
    ['DANH SÁCH ĐĂNG KÝ'],
    ['TT', 'Tên mô hình', 'Xã', 'Lĩnh vực', 'Loại hình', '', 'Chủ thể'],
    ['', '', '', '', 'Tập thể', 'Cá nhân', ''],
    ['I', 'Huyện Đông'],
    ['1', 'Tốt', 'Xã Đông Một', 'KT', 'x', '', 'Hội'],
    ['II', 'Huyện Tây'],
    ['2', 'Hỏng', 'Xã Tây Một', 'Thể thao', '', 'x', 'Danh Mẫu'],
    ['3', 'Hỏng theo', '', 'Thể thao', '', 'x', 'Danh Mẫu'],
  ].map((cells, at) => ({ number: at + 1, cells }));
  const merges = [
    { top: 2, left: 4, bottom: 2, right: 5 },
    { top: 7, left: 2, bottom: 8, right: 2 },
  ];
  const place = { cycleId: cycles.last, level: 'commune' as const, unitId: units.province };
  const head = {
    fileName: 'Sổ đăng ký.xlsx',
    fileHash: 'x'.repeat(64),
    sheets: [{ name: 'DS', merges, rows: 5, read: true }],
  };
  const { id } = await receiveRegister(officer(), { ...head, ...place, lines });
  const { name, body } = await mend(id);
  expect(name).toBe('So-dang-ky-dong-loi.xlsx');
  const again = await readRegister(body, name);
  const mended = again.lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell) => (cell === 'Thể thao' ? 'Kinh tế' : cell)),
  }));
  const second = await receiveRegister(officer(), { ...again, ...place, fileName: name, lines: mended });
  const page = await read(officer(), (db) => registerPage(db, officer(), second.id, { page: 1, decided: false }));
  expect(page.counts).toMatchObject({ rows: 2, valid: 2, invalid: 0 });
  expect(page.read?.good).toMatchObject([
    { name: 'Hỏng', unit: 'Xã Tây Một', subject: 'individual', registrant: 'Danh Mẫu' },
    { name: 'Hỏng theo', unit: 'Xã Tây Một' },
  ]);
  expect(page.read?.forms[0]?.columns.at(-1)).toMatchObject({ heading: 'Vì sao', meaning: '' });
});
