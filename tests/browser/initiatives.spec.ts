import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { type Cast, NOW, openCast, type PersonName } from '../support/cast.ts';
import { launchChromium } from '../support/chromium.ts';
import { type Site, startSite } from '../support/site.ts';

let cast: Cast;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  cast = await openCast();
  const database = { url: cast.url, drop: async () => {} };
  [site, browser] = await Promise.all([startSite({ KHEO_NOW: NOW.toISOString() }, database), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await cast?.close();
});

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

async function enter(
  person: PersonName,
  script: boolean,
  viewport: typeof PHONE,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: script, viewport, locale: 'vi-VN' });
  await context.addCookies([{ name: SESSION_COOKIE, value: await cast.sessionOf(person), url: site.origin }]);
  return { context, page: await context.newPage() };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').click();

test('a registrant registers on a phone without script, a step at a time, and loses nothing', async () => {
  const { context, page } = await enter('registrant', false, PHONE);
  const looked = async () => expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
  await page.goto(`${site.origin}/office/drafts/new`);
  await looked();
  await press(page, 'Bắt đầu điền phiếu');
  await page.getByText('Chi hội Phụ nữ ấp Hòa Bình').first().waitFor();
  await looked();
  await press(page, 'Lưu và sang bước 2');
  await page.getByLabel('Cấp tỉnh').check();
  await page.getByLabel('Lĩnh vực').selectOption('Văn hóa – xã hội');
  await looked();
  await press(page, 'Lưu và sang bước 3');
  await page.getByLabel('Tên mô hình').fill('Đường hoa '.repeat(500));
  await page.getByLabel('Thực trạng, lý do').fill('Đường trước ấp nhiều rác.');
  await press(page, 'Lưu và sang bước 4');
  for (const name of ['Nội dung và cách làm', 'Địa bàn, đối tượng hưởng lợi', 'Lực lượng thực hiện'])
    await page.getByLabel(name).fill(`${name}: có.`);
  await press(page, 'Lưu và sang bước 5');
  for (const name of ['Nguồn lực và thời gian', 'Kết quả kiểm chứng được', 'Duy trì và nhân rộng'])
    await page.getByLabel(name).fill(`${name}: có.`);
  await press(page, 'Lưu và xem lại trước khi gửi');

  // What is missing and what is too long is named, leads to its box, and nothing typed is lost.
  await page.getByText('Còn 2 chỗ cần điền trước khi gửi').waitFor();
  await looked();
  await page.getByRole('main').getByRole('link', { name: 'Tên mô hình' }).click();
  await looked();
  expect((await page.getByLabel('Tên mô hình').inputValue()).length).toBeGreaterThan(4_900);
  await page.getByLabel('Tên mô hình').fill('Đường hoa phụ nữ ấp Hòa Bình');
  await page.getByLabel('Mục tiêu, tiêu chí').fill('Hai ki-lô-mét đường sạch.');
  await press(page, 'Lưu và sang bước 4');
  await page.goto(page.url().replace(/\?.*/, '/review'));
  await looked();
  await press(page, 'Gửi đăng ký');
  await page.getByText('Đã gửi đăng ký').waitFor();
  await looked();
  const receipt = page.url();
  expect(receipt).toMatch(/\/office\/registrations\/\d+\/receipt$/);

  // Back and once more: the same receipt.
  await page.goBack();
  await page.waitForURL(receipt);

  await page.getByRole('link', { name: 'Mở bản đăng ký' }).click();
  await press(page, 'Rút lại để sửa');
  await page.getByText('Đã rút lại.').waitFor();
  await looked();
  await press(page, 'Sửa và gửi lại');
  await page.getByLabel('Tên mô hình').waitFor();
  await context.close();
});

test('what is typed is saved by itself, and over a newer text both are kept', async () => {
  const { context, page } = await enter('commune_officer', true, DESK);
  await page.goto(`${site.origin}/office/drafts/new`);
  await press(page, 'Bắt đầu điền phiếu');
  const address = page.url();
  await page.getByLabel('Nội dung và cách làm').fill('Tự lưu');
  await page.getByText('Đã lưu lúc 09:41').waitFor();

  const other = await context.newPage();
  await other.goto(address);
  expect(await other.getByLabel('Nội dung và cách làm').inputValue()).toBe('Tự lưu');
  await other.getByLabel('Nội dung và cách làm').fill('Ở cửa sổ kia');
  await press(other, 'Lưu và xem lại trước khi gửi');
  await other.waitForURL(/review$/);

  await page.getByLabel('Nội dung và cách làm').fill('Ở cửa sổ này');
  await page.getByText('Hai bản khác nhau').waitFor();
  await press(page, 'So sánh hai bản rồi chọn');
  await page.getByText('Bản nháp này vừa được lưu ở nơi khác.').waitFor();
  expect(await page.getByLabel('Nội dung và cách làm').inputValue()).toBe('Ở cửa sổ này');
  expect(await page.getByText('Ở cửa sổ kia').count()).toBe(1);
  // Nothing is saved until one of both is chosen, box by box.
  await page.getByLabel('Lấy bản đang lưu cho ô này').check();
  await press(page, 'Lưu và xem lại trước khi gửi');
  await page.waitForURL(/review$/);
  expect(await page.getByText('Ở cửa sổ kia').count()).toBe(1);
  await context.close();
});

test('the list by keyboard: search, move, open; a page of fifty stays light', async () => {
  await cast.asOwner(`with g as (select * from generate_series(1, 60) n),
      i as (insert into initiative (code, name, unit_id, keeper_unit_id, registrant_id, field_id, subject, created_at)
        select 'L-' || n, 'Vận động góp vốn xoay vòng mua bảo hiểm y tế cho hộ cận nghèo số ' || n, 4, 4, 1, 1, 'collective', now() from g returning id, name),
      v as (insert into initiative_version (initiative_id, number, name, created_at) select id, 1, name, now() from i returning id, initiative_id, name)
    insert into registration (initiative_id, version_id, cycle_id, level, unit_id, keeper_unit_id, registrant_id, field_id, subject, state,
        submitted_on, register_key, plain_text, name, state_since)
      select initiative_id, id, 2, 'commune', 4, 4, 1, 1, 'collective', 'submitted', '2026-02-01', name, 'van dong gop von', name, now() from v`);
  const { context, page } = await enter('provincial_officer', true, DESK);
  const answer = await page.goto(`${site.origin}/office/initiatives?q=g%C3%B3p+von`);
  expect(Buffer.byteLength(await (answer as NonNullable<typeof answer>).text())).toBeLessThan(60_000);
  expect(await page.locator('tbody tr').count()).toBe(50);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((each) => each.id)).toEqual([]);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: /^Vận động góp vốn/ }).waitFor();
  const record = await new AxeBuilder({ page }).analyze();
  expect(record.violations.map((each) => each.id)).toEqual([]);
  await context.close();
});
