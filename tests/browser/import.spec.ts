import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SheetColumn, writeXlsx } from '../../src/platform/server/sheet-writer.ts';
import { openStage, type Stage } from '../support/browsing.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const HEADINGS = ['STT', 'Tên mô hình', 'Chủ thể đăng ký', 'Xã', 'Lĩnh vực', 'Tập thể', 'Cá nhân', 'Diễn giải'];
const columns: SheetColumn[] = HEADINGS.map((title) => ({ title, kind: 'text' }));
const ROWS = [
  ['1', 'Tổ góp vốn xoay vòng', 'Chi hội Phụ nữ ấp Hòa Bình', 'Xã Đông Một', 'Kinh tế', 'x', '', 'Góp theo tháng.'],
  ['2', 'Đường hoa ấp Tân Phú', 'Chi đoàn ấp Tân Phú', 'Xã Đông Một', 'Văn hóa – xã hội', 'x', '', 'Mỗi nhà một chậu.'],
  ['3', 'Vừa tập thể vừa cá nhân', 'Chi hội Nông dân', 'Xã Đông Một', 'Kinh tế', 'x', 'x', ''],
  ['4', 'Ở xã không có', 'Chi hội Nông dân', 'Xã Không Có', 'Kinh tế', 'x', '', ''],
  ['', 'Tổng cộng: 4 mô hình', '', '', '', '', '', ''],
];
const TITLES = ['ỦY BAN NHÂN DÂN XÃ ĐÔNG MỘT', 'DANH SÁCH ĐĂNG KÝ MÔ HÌNH NĂM 2026'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function list() {
  const pieces = await Array.fromAsync(writeXlsx(columns, ROWS, { sheet: 'DS', titleLines: TITLES }));
  return { name: 'Danh sách xã Đông Một.xlsx', mimeType: XLSX, buffer: Buffer.concat(pieces) };
}

const known = () =>
  stage.cast.asOwner<{ name: string; content: string; state: string }>(
    `select r.name, v.content, r.state from registration r join initiative_version v on v.id = r.version_id order by r.unit_id, r.name collate "vi-x-icu"`,
  );

test('a commune officer reads a list in, corrects a column, writes the good rows, takes the bad ones along and undoes it', async () => {
  const { page } = await stage.enter('commune_officer');
  const main = page.getByRole('main');
  const press = (name: string | RegExp) => main.getByRole('button', { name }).press('Enter');
  await page.goto('/office/registers');
  await main.getByRole('link', { name: 'Nhập danh sách' }).press('Enter');

  // What is no list is told, and what was chosen stays.
  await page.getByLabel('Cấp đăng ký').selectOption({ label: 'Cấp huyện' });
  const notes = { name: 'danh-sach.xlsx', mimeType: XLSX, buffer: Buffer.from('Kính gửi các đồng chí') };
  await page.getByLabel('Tệp danh sách').setInputFiles(notes);
  await press('Đọc và kiểm tra');
  await page
    .getByRole('alert')
    .getByText(/không phải bảng tính/)
    .waitFor();
  expect(await page.getByLabel('Cấp đăng ký').inputValue()).toBe('district');

  await page.getByLabel('Cấp đăng ký').selectOption({ label: 'Cấp cơ sở' });
  await page.getByLabel('Tệp danh sách').setInputFiles(await list());
  await press('Đọc và kiểm tra');
  await main.getByText('Danh sách có 4 dòng mô hình: 2 dòng đúng, 2 dòng lỗi.').waitFor();
  const bad = main.getByRole('table', { name: 'Dòng chưa ghi được' }).getByRole('row');
  const both = bad.filter({ hasText: 'Đã chọn cả tập thể và cá nhân' });
  expect((await both.getByRole('cell').first().textContent())?.trim()).toBe('7');
  expect(await bad.filter({ hasText: 'Không có đơn vị “Xã Không Có”' }).count()).toBe(1);
  expect(await main.getByText('Tổng cộng: 4 mô hình').count()).toBe(1);
  expect(await known()).toEqual([]);

  // A column that was not understood is read as the officer says.
  await page.locator('#mapping:not([open]) > summary').click();
  await page.getByLabel(/^Cột H: Diễn giải/).selectOption({ label: 'Nội dung, cách làm' });
  await press('Đọc lại');
  await page.waitForURL(/done=remapped/);
  expect(await page.getByLabel(/^Cột H: Diễn giải/).inputValue()).toBe('content');

  await press(/^Ghi 2 mô hình, để lại 2 dòng/);
  await page.waitForURL(/done=written/);
  expect(await known()).toEqual([
    { name: 'Đường hoa ấp Tân Phú', content: 'Mỗi nhà một chậu.', state: 'accepted' },
    { name: 'Tổ góp vốn xoay vòng', content: 'Góp theo tháng.', state: 'accepted' },
  ]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main.getByRole('link', { name: 'Tải 2 dòng này về Excel' }).press('Enter'),
  ]);
  expect(download.suggestedFilename().toLowerCase()).toBe('danh-sach-xa-dong-mot-dong-loi.xlsx');
  const kept = textIn(readFileSync(await download.path()));
  for (const said of ['Vừa tập thể vừa cá nhân', 'Ở xã không có', 'Vì sao', 'Diễn giải']) expect(kept).toContain(said);
  expect(kept).not.toContain('Đường hoa');

  await main.getByRole('link', { name: 'Hoàn tác danh sách' }).press('Enter');
  await press(/^Hoàn tác/);
  await page.waitForURL(/done=undone/);
  expect((await known()).map(({ state }) => state)).toEqual(['annulled', 'annulled']);
  await page.goto('/office/initiatives');
  expect(await main.getByText('Đường hoa ấp Tân Phú').count()).toBe(0);
  expect(stage.complaints).toEqual([]);
});

const textIn = (workbook: Uint8Array) =>
  Object.values(unzipSync(workbook))
    .map((part) => strFromU8(part))
    .join();
