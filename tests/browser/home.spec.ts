import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Opens a page and collects what the browser complains about, refusals of the content security policy included. */
async function visit(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  return { page, complaints };
}

test('the home page answers, without script and without a complaint of the browser', async () => {
  const { page, complaints } = await visit('/');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await page.locator('script').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('each answer has its own request id, whatever the client says', async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const answer = await fetch(site.origin, { headers: { 'x-request-id': 'mine' } });
      return answer.headers.get('x-request-id');
    }),
  );
  expect(new Set(ids).size).toBe(2);
  expect(ids).not.toContain('mine');
});
