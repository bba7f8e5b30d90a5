import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// Colours are the same on a phone, and comparing them is half the work.
const SAME = ['color-contrast'];

/** What axe finds on the open page, on a desk and on a phone, and what stands beyond the edge. */
export async function faultsOf(page: Page, what: string): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  const onDesk = await faultsNow(page, `${what} at 1280`, []);
  await page.setViewportSize({ width: 360, height: 740 });
  return [...onDesk, ...(await faultsNow(page, `${what} at 360`, SAME))];
}

async function faultsNow(page: Page, what: string, without: string[]): Promise<string[]> {
  // In the page itself, as it has no frames: otherwise each run opens a page more to gather the results in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.disableRules(without).analyze();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`),
    ...(beyond > 0 ? [`${what}: ${beyond} px beyond the edge`] : []),
  ];
}
