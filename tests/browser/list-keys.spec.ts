import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/browsing.ts';
import { leadTo, send } from '../support/initiatives.ts';

const NAMES = ['Đường hoa ấp Chín', 'Bếp ăn nghĩa tình', 'Tổ thu gom rác'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(async (cast) => {
    for (const name of NAMES) {
      await send(cast, 'registrant', { name });
      const { registrationIds } = await send(cast, 'registrant', { name: `${name}, đã xét` });
      await leadTo(cast, registrationIds[0] as number, 'proposed');
    }
  });
});
afterAll(() => stage?.close());

/** The words of what has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement?.closest('label') ?? document.activeElement)?.textContent?.trim() ?? '');
const place = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

test('in a list j and k go along the rows, o opens, / searches and ? tells the keys', async () => {
  const { page } = await stage.enter('commune_officer');
  await page.goto('/office/initiatives?sort=name');
  const key = (name: string) => page.keyboard.press(name);
  await key('j');
  expect(await focused(page)).toBe('Bếp ăn nghĩa tình');
  await key('j');
  await key('j');
  expect(await focused(page)).toBe('Đường hoa ấp Chín');
  await key('k');
  expect(await focused(page)).toBe('Bếp ăn nghĩa tình, đã xét');
  await key('k');
  await key('k');
  expect(await focused(page)).toBe('Bếp ăn nghĩa tình');

  await key('?');
  const help = page.getByRole('dialog');
  await help.waitFor();
  expect(await help.getByText('j', { exact: true }).count()).toBe(1);
  await key('Escape');
  await help.waitFor({ state: 'hidden' });

  // What is ticked row by row is named, and can be acted on.
  const act = page.getByRole('button', { name: 'Tiếp nhận' });
  expect(await act.isDisabled()).toBe(true);
  await key('x');
  await page.getByText('Đã chọn 1: Bếp ăn nghĩa tình').waitFor();
  expect(await act.isEnabled()).toBe(true);
  await key('x');
  expect(await act.isDisabled()).toBe(true);

  // A letter that is typed is a letter.
  await key('/');
  await page.keyboard.type('thu gom jk');
  expect(place(page)).toBe('/office/initiatives?sort=name');
  await page.keyboard.press('Escape');
  await key('j');
  await key('o');
  await page.waitForURL(/\/office\/initiatives\/\d+/);
  await page.getByRole('heading', { level: 1, name: 'Bếp ăn nghĩa tình' }).waitFor();
});

test('what waits on the first page is gone through by the same keys', async () => {
  const { page } = await stage.enter('commune_officer');
  await page.goto('/office');
  await page.keyboard.press('j');
  const first = await focused(page);
  expect(first).toMatch(/^(Tiếp nhận|Ra quyết định|3 mô hình)/);
  await page.keyboard.press('o');
  await page.waitForURL((url) => url.pathname !== '/office');
});

test('x ticks a row of a batch, and only that', async () => {
  const { page } = await stage.enter('commune_officer');
  await page.goto('/office/decisions');
  await page.getByRole('link', { name: 'Ra quyết định' }).first().press('Enter');
  await page.getByRole('checkbox').first().waitFor();
  const ticked = async () =>
    (await page.getByRole('checkbox').all()).reduce(
      async (sum, box) => (await sum) + Number(await box.isChecked()),
      Promise.resolve(0),
    );
  expect(await ticked()).toBe(0);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = await focused(page);
  await page.keyboard.press('x');
  expect(await ticked()).toBe(1);
  expect(await page.getByRole('checkbox', { name: second.slice(0, 12) }).isChecked()).toBe(true);
  await page.keyboard.press('x');
  expect(await ticked()).toBe(0);
  expect(stage.complaints).toEqual([]);
});
