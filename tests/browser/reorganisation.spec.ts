import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openStage, PHONE, type Stage } from '../support/browsing.ts';
import { units } from '../support/cast.ts';
import { send } from '../support/initiatives.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(async (cast) => {
    for (const name of ['Đường hoa ấp Chín', 'Bếp ăn nghĩa tình'])
      await send(cast, 'registrant', { name, place: `Ấp của ${name}.` });
  });
});
afterAll(() => stage?.close());

const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).last().click();

test('without script: acts are written, mended, previewed, applied, followed up and taken back', async () => {
  const { page } = await stage.enter('administrator', { ...PHONE, javaScriptEnabled: false });
  await page.goto('/office/reorganisations/new');
  const field = (name: string) => page.locator(`[name="a0.${name}"]`);
  await page.getByLabel('Số nghị quyết, quyết định').fill('7/NQ');
  await press(page, 'Chia, tách đơn vị');
  await field('units').fill('Xã Đông Mộtt');
  await field('fresh').fill('Xã Bắc, 01111\nXã Nam, 01112');
  await field('kind').selectOption({ label: 'Xã' });
  await page.getByLabel('Ngày hiệu lực').fill('01/02/2026');
  await press(page, 'Xem trước');
  // The sentence in the summary, and the same beside the field.
  expect(await main(page).getByText('Có phải: Xã Đông Một (01101)').count()).toBe(2);
  expect(await page.getByLabel('Số nghị quyết, quyết định').inputValue()).toBe('7/NQ');
  await field('units').fill('Xã Đông Một');
  await press(page, 'Xem trước');
  expect(page.url()).toContain('/office/reorganisations/drafts/');
  await press(page, /^Áp dụng từ 01\/02\/2026/);
  expect(await main(page).getByRole('status').textContent()).toContain('Đã áp dụng');
  const act = new URL(page.url()).pathname;

  await page.getByRole('link', { name: 'Xếp nơi tiếp nhận' }).click();
  await page.getByLabel('Địa bàn có chữ').fill('duong hoa');
  await press(page, 'Lọc');
  await page.waitForURL(/place=duong/);
  await main(page).locator('td.pick input').first().check();
  await page.locator('#placing select').selectOption({ label: 'Xã Nam' });
  await press(page, 'Giao');
  expect(await main(page).getByRole('status').textContent()).toContain('Đã xếp 1');

  await page.goto(act);
  await page.locator('summary', { hasText: 'Gỡ' }).click();
  await press(page, 'Gỡ 7/NQ');
  expect(await main(page).getByRole('status').textContent()).toContain('Đã gỡ');
  const kept = await stage.cast.asOwner('select distinct keeper_unit_id as keeper from registration');
  expect(kept).toEqual([{ keeper: units.commune }]);
  expect(stage.complaints).toEqual([]);
});

test('the tree opens in place and is walked by keys', async () => {
  const { page } = await stage.enter('commune_officer', DESK);
  await page.goto('/office/units');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const lines = () => page.locator('[data-tree] li:visible').count();
  await page.getByRole('link', { name: 'Tỉnh Mẫu' }).focus();
  expect(await lines()).toBe(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect.poll(lines).toBe(5);
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Xã Đông Một');
  await page.keyboard.type('huyen t');
  expect(await focused()).toBe('Huyện Tây');
  await page.keyboard.press('Home');
  expect(await focused()).toBe('Tỉnh Mẫu');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  expect(await lines()).toBe(3);
  await page.keyboard.press('End');
  expect(await focused()).toBe('Huyện Tây');
  expect(stage.complaints).toEqual([]);
});
