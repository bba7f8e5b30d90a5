import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, openCast } from '../support/cast.ts';
import { launchChromium } from '../support/chromium.ts';
import { faultsOf } from '../support/faults.ts';
import { article, type MadeModel, modelAt, publishMany, siteOf } from '../support/portal.ts';
import type { Site } from '../support/site.ts';

const LONG = `Mô hình ${'dân vận khéo trong xây dựng nông thôn mới '.repeat(4)}${'không-nghỉ'.repeat(10)}`;
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

let cast: Cast;
let site: Site;
let browser: Browser;
let made: MadeModel;
let long: MadeModel;

beforeAll(async () => {
  cast = await openCast();
  made = await modelAt(cast, 'published', { name: 'Đèn đường quê', registrantName: 'Chi bộ ấp Hai' });
  long = await modelAt(cast, 'published', {
    name: LONG,
    content: `${LONG}\n${LONG}`,
    registrantName: LONG.slice(0, 200),
  });
  await article(cast, 'so-ket', { title: 'Sơ kết năm 2025', body: 'Một.\n\nHai.' }, [made, long]);
  await article(cast, 'tin-dai', { title: LONG, lead: LONG, body: LONG, author: LONG }, []);
  await cast.asOwner(
    `with f as (insert into published_figure (cycle_id, level, as_of, registered, recognised, previous_registered, previous_recognised,
        definition_vi, definition_en, published_at) values (1, 'commune', '2026-02-21 17:00+07', 7736, 6568, 7337, 6120, 'Đếm thế này.', 'Counted so.', now()) returning id)
      update article set figure_id = (select id from f) where slug = 'so-ket'`,
  );
  await cast.asOwner(
    `insert into directory_link (group_code, name, url, position) values ('press', 'Báo Mẫu', 'https://bao.example', 1)`,
  );
  await publishMany(cast, 30, { name: 'Cầu nông thôn' });
  [site, browser] = await Promise.all([siteOf(cast), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await cast?.close();
});

const PAGES: [name: string, path: () => string][] = [
  ['front page', () => '/'],
  ['news', () => '/tin-tuc'],
  ['one article', () => '/tin-tuc/so-ket'],
  ['long article', () => '/tin-tuc/tin-dai'],
  ['models', () => '/mo-hinh'],
  ['nothing found', () => '/mo-hinh?q=khong+co+gi'],
  ['one model', () => `/mo-hinh/${made.code}`],
  ['long model', () => `/mo-hinh/${long.code}`],
  ['figures', () => '/so-lieu'],
  ['links', () => '/lien-ket'],
];

/** Opens pages in one browser; what it complains of and what it fetched, fonts apart, is kept. */
async function visitor(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ locale: 'vi-VN', viewport: DESK, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'font')
      sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
  });
  return {
    page,
    complaints,
    open: (path: string) => page.goto(site.origin + path),
    fetched: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0),
    close: () => context.close(),
  };
}

test.each(PAGES)('without script, without faults for who cannot see it, within its width: %s', async (name, path) => {
  const { page, complaints, open, close } = await visitor();
  await open(path());
  expect(await faultsOf(page, name)).toEqual([]);
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.locator('h1').count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('a first visit costs at most 50 kB, fonts apart', async () => {
  for (const path of ['/', '/tin-tuc/so-ket', '/mo-hinh']) {
    const { page, open, fetched, close } = await visitor();
    await open(path);
    await page.waitForLoadState('networkidle');
    expect(await fetched(), path).toBeLessThanOrEqual(50_000);
    await close();
  }
});

describe('without script, by keyboard', () => {
  test('a visitor finds a model from the front page and reads it', async () => {
    const { page, open, close } = await visitor({ javaScriptEnabled: false, viewport: PHONE });
    await open('/');
    await page.getByRole('searchbox', { name: 'Tìm mô hình' }).focus();
    await page.keyboard.type('den duong que');
    await page.keyboard.press('Enter');
    await page.getByText('1 mô hình', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Đèn đường quê' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Đèn đường quê' }).waitFor();
    await page.getByText('Chi bộ ấp Hai').waitFor();
    await page.getByText(/Quyết định số .* của xã Đông Một/).waitFor();
    await close();
  });

  test('reads the news, its figures and how they are counted, then the models of that list, page by page', async () => {
    const { page, open, close } = await visitor({ javaScriptEnabled: false });
    await open('/');
    await page.getByRole('heading', { level: 1, name: /đăng ký 7\.736 mô hình.*chiếm 84,9%/ }).waitFor();
    await page.getByRole('link', { name: 'Sơ kết năm 2025' }).click();
    await page.getByText('Ngày đăng: 01.03.2026').waitFor();
    await page.getByRole('row', { name: /Mô hình được công nhận 6\.120 6\.568 \+448/ }).waitFor();
    await page.getByRole('link', { name: 'Cách tính' }).click();
    await page.getByText('Đếm thế này.').waitFor();
    await page.getByRole('navigation', { name: 'Các phần của cổng' }).getByRole('link', { name: 'Mô hình' }).click();
    await page.getByRole('link', { name: 'Sau' }).click();
    await page.getByRole('status').getByText('21–32 trong 32 mô hình').waitFor();
    await page.getByRole('link', { name: 'Trước' }).click();
    await page.getByRole('status').getByText('1–20 trong 32 mô hình').waitFor();
    await page.getByLabel('Nơi thực hiện').selectOption({ label: 'Huyện Đông' });
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByRole('link', { name: 'Bỏ: Nơi thực hiện: Huyện Đông' }).waitFor();
    await close();
  });

  test('changes the language and stays on the page; what was written stays Vietnamese and says so', async () => {
    const { page, open, close } = await visitor({ javaScriptEnabled: false });
    await open(`/mo-hinh?q=den`);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=den');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { name: 'Đèn đường quê' }).getAttribute('lang')).toBe('vi');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mô hình' }).waitFor();
    await close();
  });
});
