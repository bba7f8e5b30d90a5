import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachOf } from '../support/asking.ts';
import { openStage, type Stage } from '../support/browsing.ts';
import { cycles } from '../support/cast.ts';
import { article } from '../support/portal.ts';
import { importList, manyRows } from '../support/registers.ts';
import { type Asker, PAGES } from '../support/route-pages.ts';
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

/** What is no page to look at. */
const FILE = /\.(json|csv|xlsx)$|\/(annex|export|autosave|ngon-ngu|dang-nhap)$/;
const READERS: Asker[] = ['commune_officer', 'registrant', 'administrator', null];

/** Every page of the site, each as somebody who may open it, and a few more faces of some. */
function everyPage(): [Asker, string][] {
  const pages = [...PAGES].filter(([route]) => !FILE.test(route));
  const each = pages.map(([route, page]): [Asker, string] => {
    const isOutside = !/^\/(office|tai-khoan|dang-xuat)/.test(route);
    const reader = isOutside ? null : READERS.find((asker) => page.answers(asker, 'own') === 200);
    if (reader === undefined) throw new Error(`nobody of ${READERS} opens ${route}`);
    return [reader, page.paths('own', hidden)[0] as string];
  });
  const { models } = hidden.of.own;
  return [
    ...each,
    [null, '/dang-nhap?next=/office'],
    [null, '/khong-co'],
    ['registrant', '/office'],
    ['auditor', '/office'],
    ['registrant', '/office/people'],
    ['commune_officer', '/office/khong-co'],
    ['provincial_officer', '/office/figures?cycle=2025&by=subject'],
    ['provincial_officer', '/office/initiatives?cycle=all&sort=name'],
    ['registrant', `/office/initiatives/${models.returned.initiativeId}`],
    ['commune_officer', `/office/initiatives/${models.recognised.initiativeId}`],
    ['auditor', `/office/initiatives/${models.self_assessed.initiativeId}`],
    ['commune_officer', `/office/appraisals/${models.self_assessed.registrationId}`],
    ['commune_officer', `/office/registers/${hidden.of.own.writtenId}`],
    ['registrant', `/office/drafts/${hidden.of.own.draftId}?step=3&check=1`],
    ['commune_officer', `/office/decisions/new?cycle=${cycles.current}&level=commune&unit=4`],
  ];
}

async function faultsOf(page: Page, what: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`),
    ...(beyond > 0 ? [`${what}: ${beyond} px beyond the edge`] : []),
  ];
}

test('every page is free of what axe finds, and of sideways scrolling, on a desk and on a phone', async () => {
  const faults: string[] = [];
  const byReader = Map.groupBy(everyPage(), ([asker]) => asker);
  await eachOf(
    [...byReader],
    async ([asker, all]) => {
      const { context, page } = await stage.enter(asker);
      for (const [, path] of all) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(path);
        faults.push(...(await faultsOf(page, `${asker} ${path} at 1280`)));
        await page.setViewportSize({ width: 360, height: 740 });
        faults.push(...(await faultsOf(page, `${asker} ${path} at 360`)));
      }
      await context.close();
    },
    3,
  );
  expect(faults).toEqual([]);
  expect(stage.complaints).toEqual([]);
}, 240_000);
