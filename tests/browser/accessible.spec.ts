import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachOf } from '../support/asking.ts';
import { openStage, type Stage } from '../support/browsing.ts';
import { everyPage } from '../support/every-page.ts';
import { faultsOf } from '../support/faults.ts';
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

test('every page is free of what axe finds, and of sideways scrolling, on a desk and on a phone', async () => {
  const faults: string[] = [];
  const byReader = Map.groupBy(everyPage(hidden), ([asker]) => asker);
  await eachOf(
    [...byReader],
    async ([asker, all]) => {
      const { context, page } = await stage.enter(asker);
      for (const [, path] of all) {
        await page.goto(path);
        faults.push(...(await faultsOf(page, `${asker} ${path}`)));
      }
      await context.close();
    },
    3,
  );
  expect(faults).toEqual([]);
  expect(stage.complaints).toEqual([]);
}, 240_000);
