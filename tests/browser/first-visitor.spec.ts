import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { emptyDatabase } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  const database = await emptyDatabase();
  await database.close();
  site = await startSite({ KHEO_DEMO: '0' }, { url: database.url, drop: async () => {} });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test('the first visitor sets the place up with the code on the terminal, without script, and lets somebody in', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false, locale: 'vi-VN' });
  const fill = async (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) await page.fill(`[name=${name}]`, value);
  };
  const send = () => page.click('main form button');
  const code = /one-time code: (\S+)/.exec(site.said())?.[1] ?? '';

  await page.goto(`${site.origin}/office`);
  expect(page.url()).toBe(`${site.origin}/thiet-lap`);
  const own = { fullName: 'Quản Trị', username: 'quan.tri', provinceName: 'Tỉnh Mẫu', provinceNumber: '91' };
  await fill({ ...own, code: 'abcd-efgh', password: 'ngắn' });
  await send();
  expect(await page.textContent('[role=alert]')).toContain('Mật khẩu cần ít nhất 10 ký tự.');
  expect(await page.inputValue('[name=provinceNumber]')).toBe('91');
  await fill({ code: code.toUpperCase(), password: 'ba bờ dừa xanh' });
  await send();

  await fill({ username: 'quan.tri', password: 'ba bờ dừa xanh' });
  await send();
  expect(page.url()).toBe(`${site.origin}/office`);

  await page.goto(`${site.origin}/office/people/new`);
  await fill({ fullName: 'Lê Thị Hoa', username: 'le.thi.hoa' });
  const password = await page.inputValue('[name=initial]');
  await page.selectOption('[name=role]', 'provincial_officer');
  await send();
  expect(await page.inputValue('[name=initial]')).toBe(password);
  await page.selectOption('[name=unitId]', { index: 1 });
  await send();
  expect(await page.textContent('main')).toContain('Lê Thị Hoa');

  await page.goto(`${site.origin}/dang-xuat`);
  await send();
  await fill({ username: 'Le.Thi.Hoa', password });
  await send();
  await page.goto(`${site.origin}/tai-khoan`);
  expect(await page.textContent('main')).toContain('Cán bộ cấp tỉnh · Tỉnh Mẫu');
  await page.close();
});
