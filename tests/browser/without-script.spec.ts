import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openStage, PASSWORD, PHONE, type Stage } from '../support/browsing.ts';
import { leadTo, send } from '../support/initiatives.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(async (cast) => {
    for (const name of ['Đường hoa ấp Chín', 'Bếp ăn nghĩa tình', 'Tổ thu gom rác'])
      await send(cast, 'registrant', { name });
    const { registrationIds } = await send(cast, 'registrant', { name: 'Cổng rào an toàn' });
    await leadTo(cast, registrationIds[0] as number, 'self_assessed');
  });
});
afterAll(() => stage?.close());

const without = async (person: Parameters<Stage['enter']>[0], options = DESK) =>
  (await stage.enter(person, { ...options, javaScriptEnabled: false })).page;
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name }).first().click();
const names = (page: Page) =>
  page.getByRole('main').locator('tbody').getByRole('rowheader').getByRole('link').allTextContents();

test('a person signs in, changes the language and signs out', async () => {
  const page = await without(null);
  await page.goto('/office/initiatives?state=open');
  await page.getByLabel('Tên đăng nhập').fill('commune_officer');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await press(page, /^Đăng nhập$/);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/office/initiatives?state=open');
  await page.locator('summary', { hasText: 'commune officer' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.locator('summary', { hasText: 'commune officer' }).click();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.locator('summary', { hasText: 'commune officer' }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.goto('/office');
  expect(page.url()).toContain('/dang-nhap');
});

test('the list is searched, filtered and sorted; a record is returned with a reason', async () => {
  const page = await without('commune_officer');
  await page.goto('/office/initiatives');
  expect((await names(page)).length).toBe(4);
  await page.getByRole('columnheader', { name: 'Mô hình' }).getByRole('link').click();
  expect(await names(page)).toEqual(['Bếp ăn nghĩa tình', 'Cổng rào an toàn', 'Đường hoa ấp Chín', 'Tổ thu gom rác']);
  await page.getByLabel('Tìm trong danh sách').fill('duong hoa');
  await press(page, 'Lọc');
  expect(await names(page)).toEqual(['Đường hoa ấp Chín']);
  await page.getByRole('link', { name: /^Bỏ: “duong hoa”/ }).click();
  await page.getByLabel('Trạng thái').selectOption({ label: 'Chờ thẩm định' });
  await press(page, 'Lọc');
  expect(await names(page)).toEqual(['Cổng rào an toàn']);

  await page.goto('/office/initiatives?q=bep+an');
  await page.getByRole('link', { name: 'Bếp ăn nghĩa tình' }).click();
  await page.getByRole('main').locator('summary', { hasText: 'Trả lại để bổ sung' }).click();
  await press(page, 'Trả lại để bổ sung');
  await page.getByRole('alert').getByText('Hãy ghi lý do.').waitFor();
  await page.getByLabel('Lý do').first().fill('Chưa nêu số hộ.');
  await press(page, 'Trả lại để bổ sung');
  await page.getByRole('status').getByText('Đã trả lại cho người đăng ký').waitFor();
});

test('the form keeps each section, names what is missing and is sent, on a phone', async () => {
  const page = await without('registrant', PHONE);
  await page.goto('/office');
  await page.getByRole('link', { name: 'Đăng ký mô hình' }).click();
  await press(page, 'Bắt đầu điền phiếu');
  await press(page, 'Lưu và sang bước 2');
  await page.getByLabel('Lĩnh vực').selectOption({ label: 'Kinh tế' });
  await press(page, 'Lưu và sang bước 3');
  const fill = async (texts: Record<string, string>) => {
    for (const [label, text] of Object.entries(texts)) await page.getByRole('textbox', { name: label }).fill(text);
  };
  await fill({
    'Tên mô hình': 'Quỹ khuyến học ấp',
    'Thực trạng, lý do': 'Có em bỏ học.',
    'Mục tiêu, tiêu chí': 'Không em nào bỏ học.',
  });
  await press(page, 'Lưu và sang bước 4');
  await fill({
    'Nội dung và cách làm': 'Góp quỹ.',
    'Địa bàn, đối tượng hưởng lợi': 'Ấp Hòa Bình.',
    'Lực lượng thực hiện': 'Chi hội.',
  });
  await press(page, 'Lưu và sang bước 5');
  await fill({ 'Nguồn lực và thời gian': 'Một năm.', 'Kết quả kiểm chứng được': 'Sổ quỹ.' });
  await press(page, 'Lưu và xem lại trước khi gửi');
  await page.getByText('Còn 1 chỗ cần điền trước khi gửi').waitFor();
  await page.getByRole('link', { name: 'Duy trì và nhân rộng' }).first().click();
  expect(await page.getByRole('textbox', { name: 'Kết quả kiểm chứng được' }).inputValue()).toBe('Sổ quỹ.');
  await fill({ 'Duy trì và nhân rộng': 'Chi hội giữ quỹ.' });
  await press(page, 'Lưu và xem lại trước khi gửi');
  await press(page, 'Gửi đăng ký');
  await page
    .getByText(/^TM-2026-\d{5}$/)
    .first()
    .waitFor();
});

test('a verdict is given with a reason', async () => {
  const page = await without('committee_member');
  await page.goto('/office/appraisals');
  await page.getByRole('link', { name: 'Cổng rào an toàn' }).click();
  await page.getByRole('radio', { name: /^Không công nhận/ }).check();
  await press(page, /^Lưu/);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('radio', { name: /^Không công nhận/ }).isChecked()).toBe(true);
  await page.getByRole('textbox', { name: /^Lý do/ }).fill('Chưa có kết quả kiểm chứng được.');
  await press(page, /^Lưu/);
  await page.getByRole('status').getByText('“Cổng rào an toàn”').waitFor();
  await page.goto('/office/appraisals?tab=done');
  expect(await page.getByRole('main').getByRole('link', { name: 'Cổng rào an toàn' }).count()).toBe(1);
});

test('a list is read in, its columns corrected, written and undone', async () => {
  const page = await without('commune_officer');
  const file =
    'DANH SÁCH ĐĂNG KÝ;;;;;\nSTT;Tên mô hình;Chủ thể;Xã;Lĩnh vực;Đối tượng\n1;Hàng rào xanh;Chi đoàn ấp Tân Phú;Xã Đông Một;Kinh tế;Tập thể\n2;Thiếu chủ thể;;Xã Đông Một;Kinh tế;Tập thể\n';
  await page.goto('/office/registers/new');
  await page
    .getByLabel('Tệp danh sách')
    .setInputFiles({ name: 'ds.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await press(page, 'Đọc và kiểm tra');
  await page.getByText('Danh sách có 2 dòng mô hình: 1 dòng đúng, 1 dòng lỗi.').waitFor();
  await page.locator('#mapping:not([open]) > summary').click();
  await page.getByLabel(/^Cột A/).selectOption({ label: 'Không đọc' });
  await press(page, 'Đọc lại');
  await press(page, /^Ghi 1 mô hình/);
  await page.getByRole('status').first().waitFor();
  await page.goto('/office/initiatives?q=hang+rao+xanh');
  expect(await names(page)).toEqual(['Hàng rào xanh']);
  await page.goto('/office/registers');
  await page.getByRole('main').getByRole('link', { name: 'ds.csv' }).click();
  await page.getByRole('link', { name: 'Hoàn tác danh sách' }).click();
  await press(page, /^Hoàn tác/);
  await page.goto('/office/initiatives?q=hang+rao+xanh');
  expect(await names(page)).toEqual([]);
  expect(stage.complaints).toEqual([]);
});
