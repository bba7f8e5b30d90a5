import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveFeedback } from '../../src/modules/appraisals/feedback/server/actions.ts';
import { eachOf } from '../support/asking.ts';
import { openStage, type Stage } from '../support/browsing.ts';
import { everyPage } from '../support/every-page.ts';
import { PAYLOAD, poison } from '../support/poison.ts';
import { article } from '../support/portal.ts';
import type { Asker } from '../support/route-answers.ts';
import { type Hidden, hideSecrets } from '../support/secrets.ts';

let stage: Stage;
let hidden: Hidden;
let poisoned: string[];
beforeAll(async () => {
  stage = await openStage(async (cast) => {
    hidden = await hideSecrets(cast);
    await article(cast, 'tin', { body: 'Đoạn một.\n\nĐoạn hai.' }, [hidden.of.own.models.published]);
    const feedback = { registrationId: hidden.of.own.models.proposed.registrationId, seen: 0, feedback: 'Nên ghi sổ.' };
    await giveFeedback(cast.contextFor('commune_officer'), feedback);
    poisoned = await poison(cast);
  });
}, 180_000);
afterAll(() => stage?.close());

test('the payload stands in every text that somebody could have typed', () => {
  const typed = [
    'appraisal.reason',
    'article.body',
    'decision.number',
    'decision.signer',
    'draft.content',
    'field.name_vi',
    'import_batch.file_name',
    'import_row.raw',
    'initiative_version.content',
    'person.full_name',
    'programme.name_vi',
    'registrant.name',
    'registration.name',
    'registration_event.details',
    'registration_event.reason',
    'unit_name.name',
  ];
  expect(poisoned).toEqual(expect.arrayContaining(typed));
});

/** What the address brings is shown as well: in a search box, in a list of filters, in a form. */
function reflecting(): [Asker, string][] {
  const q = encodeURIComponent(PAYLOAD);
  const lists = [
    'initiatives',
    'appraisals',
    'decisions',
    'units',
    'registers',
    'figures',
    'movement',
    'drafts',
    'reorganisations',
  ];
  return [
    ...lists.map((list): [Asker, string] => [
      'commune_officer',
      `/office/${list}?q=${q}&cycle=${q}&unit=${q}&sort=${q}&tab=${q}&done=${q}&after=${q}&on=${q}&saved=${q}&${q}=${q}`,
    ]),
    ['administrator', `/office/people?q=${q}&role=${q}&after=${q}&done=${q}`],
    ['administrator', `/office/audit?q=${q}&act=${q}&after=${q}`],
    ['registrant', `/office/${q}`],
    [null, `/dang-nhap?next=${q}&left=${q}`],
    [null, `/mo-hinh?q=${q}&nam=${q}&don_vi=${q}&linh_vuc=${q}`],
    [null, `/tin-tuc/${q}?trang=${q}`],
  ];
}

/** Opens the page and everything in it that a press would open. */
async function look(page: Page, path: string): Promise<{ ran: boolean; shown: boolean; elements: number }> {
  await page.goto(path);
  return page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
    return {
      ran: '__x' in window,
      shown: document.documentElement.innerHTML.includes('&lt;img src=x'),
      elements: document.querySelectorAll('img[src="x"], svg[onload], script:not([src])').length,
    };
  });
}

test('no page of office or portal runs any of it, and the content policy has nothing to refuse', async () => {
  const wrong: string[] = [];
  let shown = 0;
  const byAsker = Map.groupBy([...everyPage(hidden), ...reflecting()], ([asker]) => asker);
  await eachOf(
    [...byAsker],
    async ([asker, all]) => {
      const { context, page } = await stage.enter(asker);
      page.on('dialog', (dialog) => wrong.push(`${asker} ${page.url()}: ${dialog.message()}`));
      for (const [, path] of all) {
        const found = await look(page, path);
        if (found.ran || found.elements > 0) wrong.push(`${asker} ${path}: ${JSON.stringify(found)}`);
        if (found.shown) shown++;
      }
      await context.close();
    },
    3,
  );
  expect(wrong).toEqual([]);
  expect(stage.complaints).toEqual([]);
  expect(shown).toBeGreaterThan(30);
}, 180_000);
