import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, type Stage } from '../support/browsing.ts';
import { send } from '../support/initiatives.ts';

const NAME = 'Tổ góp vốn xoay vòng mua bảo hiểm y tế';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage((cast) => send(cast, 'registrant', { name: NAME }));
});
afterAll(() => stage?.close());

/** By keyboard: to the control, then its key. */
async function press(page: Page, role: 'link' | 'button' | 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
  const control = page.getByRole('main').getByRole(role, { name }).first();
  await control.press(role === 'link' || role === 'button' ? 'Enter' : 'Space');
}

test('a model goes from hand to hand until anybody may read it', async () => {
  const { page: officer } = await stage.enter('commune_officer');
  const { page: registrant } = await stage.enter('registrant', PHONE);
  const { page: visitor } = await stage.enter(null);
  const findable = async () => {
    await visitor.goto('/');
    await visitor.getByRole('searchbox').fill('gop von XOAY vong');
    await visitor.getByRole('searchbox').press('Enter');
    await visitor.waitForURL(/\/mo-hinh\?/);
    return (await visitor.getByRole('main').getByRole('link', { name: NAME }).count()) > 0;
  };
  expect(await findable()).toBe(false);

  // Each finds what is theirs to do on the first page, and what is done goes to the next.
  await officer.goto('/office');
  await press(officer, 'link', `Tiếp nhận “${NAME}”`);
  await press(officer, 'button', 'Tiếp nhận');
  await officer.getByRole('status').getByText('Đã tiếp nhận.').waitFor();

  await registrant.goto('/office');
  await registrant.getByRole('link', { name: `Tự đánh giá “${NAME}”` }).tap();
  await registrant.locator('summary', { hasText: 'Báo đã thực hiện, tự đánh giá' }).tap();
  await registrant.getByLabel('Tự đánh giá').fill('Mười hai hộ đã góp vốn.');
  await registrant.getByRole('button', { name: 'Báo đã thực hiện, tự đánh giá' }).tap();
  await registrant.getByRole('status').getByText('Đã báo thực hiện xong.').waitFor();

  await officer.goto('/office');
  await press(officer, 'link', `Thẩm định “${NAME}”`);
  await officer.getByText('Mười hai hộ đã góp vốn.').waitFor();
  await press(officer, 'checkbox', 'Thiết thực, hiệu quả');
  await press(officer, 'radio', /^Đề nghị công nhận/);
  await press(officer, 'button', 'Lưu, sang mô hình kế tiếp');
  await officer.getByRole('status').getByText(`Đã đề nghị công nhận “${NAME}”.`).waitFor();
  expect(await findable()).toBe(false);

  await officer.goto('/office/decisions');
  await press(officer, 'link', 'Ra quyết định');
  await officer.getByLabel('Số quyết định').fill('5-QĐ/BCĐ');
  await officer.getByLabel('Ngày ký').fill('9/3/2026');
  await officer.getByLabel('Người ký', { exact: true }).fill('Người ký mẫu');
  await press(officer, 'checkbox', new RegExp(NAME));
  await press(officer, 'button', 'Xem trước');
  await press(officer, 'button', 'Công nhận 1 mô hình');
  await officer.waitForURL(/done=recognised$/);
  // Recognised is not yet published.
  expect(await findable()).toBe(false);
  await press(officer, 'button', 'Công bố 1 mô hình');
  await officer.getByRole('status').getByText('Đã công bố 1 mô hình.').waitFor();

  await registrant.goto('/office');
  await registrant.getByRole('article').filter({ hasText: NAME }).getByText('Được công nhận').waitFor();

  const asked: string[] = [];
  visitor.on('request', (request) => asked.push(request.resourceType()));
  await expect.poll(findable, { timeout: 5_000 }).toBe(true);
  await visitor.getByRole('main').getByRole('link', { name: NAME }).click();
  await visitor.getByRole('heading', { level: 1, name: NAME }).waitFor();
  for (const said of ['Chi hội Phụ nữ ấp Hòa Bình', 'Nội dung của phần outputs.', '5-QĐ/BCĐ'])
    expect(await visitor.getByRole('main').getByText(said).count()).toBeGreaterThan(0);
  expect(await visitor.locator('script').count()).toBe(0);
  expect(asked).not.toContain('script');
  expect(stage.complaints).toEqual([]);
});
