import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/browsing.ts';
import { cycles } from '../support/cast.ts';
import { importList, manyRows } from '../support/registers.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(async (cast) => {
    await importList(cast, manyRows(30), { decision: { number: '12-QĐ/BCĐ', decidedOn: '2025-12-20' } });
    const now = { cycleId: cycles.current, decision: { number: '3-QĐ/BCĐ', decidedOn: '2026-03-01' } };
    await importList(cast, manyRows(45), now);
  });
});
afterAll(() => stage?.close());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
/** By keyboard: to the link in the row of this unit, then Enter. */
async function follow(page: Page, row: string, link: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('link', { name: link, exact: true })
    .press('Enter');
}

/** Every figure of the page that leads to rows, with how many rows the list of that address holds. */
async function figuresWithRows(page: Page): Promise<[said: number, rows: number][]> {
  const links = await page.getByRole('main').locator('a[href^="/office/initiatives?"]').all();
  const told = await Promise.all(
    links.map(async (link) => [(await link.textContent()) ?? '', (await link.getAttribute('href')) ?? ''] as const),
  );
  const numbers = told.filter(([text]) => /^\s*[\d.]+\s*$/.test(text));
  return Promise.all(
    numbers.map(async ([text, href]): Promise<[number, number]> => {
      const list = await page.request.get(href.replace('?', '/list.json?'));
      return [Number(text.replaceAll('.', '')), ((await list.json()) as { total: number }).total];
    }),
  );
}

test('an officer of the province reads the sentence and follows a figure down to its rows', async () => {
  const { page } = await stage.enter('provincial_officer');
  const looked: [number, number][] = [];
  await page.goto('/office');
  await page.getByRole('link', { name: 'Số liệu', exact: true }).press('Enter');
  await page.waitForURL(/\/figures$/);
  expect(await heading(page).textContent()).toBe(
    'Năm 2026, toàn tỉnh đăng ký 45 mô hình, tăng 15 mô hình so với năm 2025; đã công nhận 36 mô hình, chiếm 80,0% so với số đăng ký.',
  );
  looked.push(...(await figuresWithRows(page)));
  await follow(page, 'Huyện Đông', 'Huyện Đông');
  await page.waitForURL(/unit=2$/);
  expect(await heading(page).textContent()).toMatch(
    /^Năm 2026, huyện Đông đăng ký 30 mô hình, .* đã công nhận 24 mô hình/,
  );
  looked.push(...(await figuresWithRows(page)));
  await follow(page, 'Xã Đông Một', 'Xã Đông Một');
  await page.waitForURL(/unit=4$/);
  expect(await heading(page).textContent()).toMatch(
    /^Năm 2026, xã Đông Một đăng ký 15 mô hình, .* đã công nhận 12 mô hình/,
  );
  looked.push(...(await figuresWithRows(page)));

  await heading(page).getByRole('link', { name: '12', exact: true }).press('Enter');
  await page.waitForURL(/\/office\/initiatives\?/);
  const rows = page.getByRole('table').locator('tbody tr');
  expect(await rows.count()).toBe(12);
  expect(await rows.filter({ hasText: 'Xã Đông Một' }).count()).toBe(12);
  await rows.first().getByRole('link').first().press('Enter');
  await page.waitForURL(/\/office\/initiatives\/\d+/);
  await page.getByText('3-QĐ/BCĐ').first().waitFor();

  expect(looked.length).toBeGreaterThan(20);
  expect(looked.filter(([said, found]) => said !== found)).toEqual([]);
  expect(stage.complaints).toEqual([]);
});

test('the same sentence in English, parted by field, for a commune alone, and as a workbook', async () => {
  const { page } = await stage.enter('commune_officer');
  await page.goto('/office/figures?by=field');
  await page
    .getByRole('main')
    .getByRole('row', { name: /^Tổng cộng 15/ })
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải Excel' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.locator('summary', { hasText: 'commune officer' }).press('Enter');
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /15 models/ }).waitFor();
  expect(await heading(page).textContent()).toMatch(/12 .*80\.0\s?%/);
  expect(stage.complaints).toEqual([]);
});
