import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachOf } from '../support/asking.ts';
import { openStage, type Stage } from '../support/browsing.ts';
import { everyPage } from '../support/every-page.ts';
import { article } from '../support/portal.ts';
import { importList, manyRows } from '../support/registers.ts';
import { type Hidden, hideSecrets } from '../support/secrets.ts';

let stage: Stage;
let hidden: Hidden;
beforeAll(async () => {
  stage = await openStage(async (cast) => {
    await importList(cast, manyRows(60), { decision: { number: '12-QĐ/BCĐ', decidedOn: '2025-12-20' } });
    hidden = await hideSecrets(cast);
    await article(cast, 'tin', { body: 'Đoạn một.\n\nĐoạn hai.' }, [hidden.of.own.models.published]);
  });
}, 180_000);
afterAll(() => stage?.close());

// Colours are the same on a phone, and comparing them is half the work.
const SAME = ['color-contrast'];

async function faultsOf(page: Page, what: string, without: string[] = []): Promise<string[]> {
  // In the page itself, as it has no frames: otherwise each run opens a page more to gather the results in.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.disableRules(without).analyze();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`),
    ...(beyond > 0 ? [`${what}: ${beyond} px beyond the edge`] : []),
  ];
}

test('every page is free of what axe finds, and of sideways scrolling, on a desk and on a phone', async () => {
  const faults: string[] = [];
  const byReader = Map.groupBy(everyPage(hidden), ([asker]) => asker);
  await eachOf(
    [...byReader],
    async ([asker, all]) => {
      const { context, page } = await stage.enter(asker);
      for (const [, path] of all) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(path);
        faults.push(...(await faultsOf(page, `${asker} ${path} at 1280`)));
        await page.setViewportSize({ width: 360, height: 740 });
        faults.push(...(await faultsOf(page, `${asker} ${path} at 360`, SAME)));
      }
      await context.close();
    },
    3,
  );
  expect(faults).toEqual([]);
  expect(stage.complaints).toEqual([]);
}, 240_000);
