import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PASSWORD, PHONE, type Stage } from '../support/browsing.ts';

let stage: Stage;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
  ({ context, page } = await stage.enter(null, PHONE));
});
afterAll(() => stage?.close());

const tap = (name: string | RegExp, role: 'button' | 'link' = 'button') => page.getByRole(role, { name }).tap();
const box = (name: string) => page.getByRole('textbox', { name, exact: true });
const saved = (state: string) => page.locator(`[data-autosave-state][data-state=${state}]`).waitFor();
/** Nothing of a page stands beyond the edge of the phone. */
const fits = async () =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
const contentOf = async (id: string) => {
  const rows = await stage.cast.asOwner<{ content: Record<string, string> }>(
    'select content from draft where id = $1',
    [id],
  );
  return rows[0]?.content ?? {};
};

test('a registrant sends a model from a phone, section by section, with the network gone in between', async () => {
  await page.goto('/office');
  await page.getByLabel('Tên đăng nhập').fill('registrant');
  await page.getByLabel('Mật khẩu').fill(PASSWORD);
  await tap(/^Đăng nhập$/);
  await tap('Đăng ký mô hình', 'link');
  await tap('Bắt đầu điền phiếu');

  // Who and where stand there already; one section at a time is shown.
  await page.getByRole('heading', { name: 'Ai đăng ký, ở đâu' }).waitFor();
  expect(await page.getByText('Chi hội Phụ nữ ấp Hòa Bình').isVisible()).toBe(true);
  expect(await box('Tên mô hình').isVisible()).toBe(false);
  await fits();
  await tap('Lưu và sang bước 2');
  await page.waitForURL(/step=2/);
  const draft = /\/drafts\/(\d+)/.exec(page.url())?.[1] ?? '';
  // A choice made out of reach is kept too, and a press there stays where it is and says so.
  await context.setOffline(true);
  await page.getByLabel('Lĩnh vực').selectOption({ label: 'Kinh tế' });
  await tap('Lưu và sang bước 3');
  await saved('offline');
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto(`/office/drafts/${draft}?step=2`);
  await saved('saved');
  expect(await page.getByLabel('Lĩnh vực').locator('option:checked').textContent()).toBe('Kinh tế');
  expect(await page.getByRole('checkbox', { name: /^Cấp cơ sở/ }).isChecked()).toBe(true);
  await fits();
  await tap('Lưu và sang bước 3');

  // What is typed is saved between presses, and it is said.
  await box('Tên mô hình').pressSequentially('Tổ góp vốn xoay vòng');
  await saved('saved');
  expect(await page.locator('[data-autosave-state]').textContent()).toBe('Đã lưu lúc 09:41');
  expect((await contentOf(draft)).name).toBe('Tổ góp vốn xoay vòng');
  await fits();

  // Out of reach it says so, and goes on by itself once there is a network again.
  await context.setOffline(true);
  await box('Thực trạng, lý do').pressSequentially('Bốn mươi hộ chưa có thẻ.');
  await saved('offline');
  expect((await contentOf(draft)).reason).toBe('');
  await context.setOffline(false);
  await saved('saved');
  expect((await contentOf(draft)).reason).toBe('Bốn mươi hộ chưa có thẻ.');

  // Saved, and the answer lost on its way: what is sent again is no second writer, and counts once.
  const drop = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/autosave', drop);
  await box('Thực trạng, lý do').pressSequentially(' Năm');
  await saved('failed');
  expect((await contentOf(draft)).reason).toMatch(/Năm$/);
  await page.unroute('**/autosave', drop);
  await box('Thực trạng, lý do').pressSequentially(' nay.');
  await saved('saved');
  expect((await contentOf(draft)).reason).toBe('Bốn mươi hộ chưa có thẻ. Năm nay.');

  // Closed while out of reach: the phone keeps it, and the page finds it on the next visit.
  await context.setOffline(true);
  await box('Mục tiêu, tiêu chí').pressSequentially('Cuối năm đủ thẻ.');
  await saved('offline');
  await page.close();
  await context.setOffline(false);
  page = await context.newPage();
  await page.goto(`/office/drafts/${draft}?step=3`);
  expect(await box('Mục tiêu, tiêu chí').inputValue()).toBe('Cuối năm đủ thẻ.');
  await saved('saved');
  expect((await contentOf(draft)).objectives).toBe('Cuối năm đủ thẻ.');
  await tap('Lưu và sang bước 4');
}, 90_000);

test('the review names what is missing and leads there; two presses are one registration', async () => {
  await box('Nội dung và cách làm').fill('Góp theo tháng, quay vòng.');
  await box('Lực lượng thực hiện').fill('Chi hội Phụ nữ.');
  await tap('Lưu và sang bước 5');
  await box('Nguồn lực và thời gian').fill('Vốn của hội viên.');
  await box('Kết quả kiểm chứng được').fill('Số thẻ đã mua.');
  await tap('Lưu và xem lại trước khi gửi');

  await page.getByText('Còn 2 chỗ cần điền trước khi gửi').waitFor();
  expect(await page.getByRole('button', { name: 'Gửi đăng ký' }).count()).toBe(0);
  await fits();
  await tap('Địa bàn, đối tượng hưởng lợi', 'link');
  await box('Địa bàn, đối tượng hưởng lợi').fill('Ấp Hòa Bình, bốn mươi hộ.');
  await tap('Lưu và sang bước 5');
  await box('Duy trì và nhân rộng').fill('Chi hội giữ sổ.');
  await tap('Lưu và xem lại trước khi gửi');

  const send = page.getByRole('button', { name: 'Gửi đăng ký' });
  await send.waitFor();
  await fits();
  // Pressed twice and out of reach: it waits, says so, and goes by itself.
  await context.setOffline(true);
  await send.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await page.getByText('Chưa gửi được: mất mạng.').waitFor();
  await context.setOffline(false);
  await page.waitForURL(/\/registrations\/\d+\/receipt$/);
  expect(
    await page
      .getByText(/^TM-2026-\d{5}$/)
      .first()
      .isVisible(),
  ).toBe(true);
  await fits();
  const receipt = page.url();
  const sent = () => stage.cast.asOwner(`select id from registration where name = 'Tổ góp vốn xoay vòng'`);
  expect(await sent()).toHaveLength(1);

  // Back to the page that sent it: it is known there that it was sent.
  await page.goBack();
  await page.waitForURL(receipt);
  await tap('Mở bản đăng ký', 'link');
  await page.getByRole('heading', { name: 'Tổ góp vốn xoay vòng' }).waitFor();
  await fits();
  expect(await sent()).toHaveLength(1);

  // Who signs out leaves nothing behind on the telephone.
  const keptHere = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('kept:')));
  expect(await keptHere()).toEqual([]);
  const left = `JSON.stringify({ version: '1', writer: 'x', count: 1, at: Date.now(), values: [['name', 'Còn dở']] })`;
  await page.evaluate(`localStorage.setItem('kept:1:/x', ${left})`);
  await page.goto('/office');
  expect(await keptHere()).toEqual(['kept:1:/x']);
  await page.locator('form[action="/dang-xuat"]').evaluate((form: HTMLFormElement) => form.requestSubmit());
  await page.waitForURL(/dang-nhap/);
  expect(await keptHere()).toEqual([]);
  expect(stage.complaints).toEqual([]);
});
