import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { type Cast, NOW, openCast, type PersonName } from '../support/cast.ts';
import { launchChromium } from '../support/chromium.ts';
import { leadTo, send } from '../support/initiatives.ts';
import { type Site, startSite } from '../support/site.ts';

let cast: Cast;
let site: Site;
let browser: Browser;
beforeAll(async () => {
  cast = await openCast();
  const database = { url: cast.url, drop: async () => {} };
  [site, browser] = await Promise.all([startSite({ KHEO_NOW: NOW.toISOString() }, database), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  await cast?.close();
});

/** A browser in which this person is signed in. */
async function enter(person: PersonName, script = true): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: SESSION_COOKIE, value: await cast.sessionOf(person), url: site.origin }]);
  return { context, page: await context.newPage() };
}

/** As a keyboard does it: to the control, then the key. */
async function press(page: Page, role: 'link' | 'button' | 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
  const control = page.getByRole(role, { name }).first();
  await control.focus();
  await control.press(role === 'link' || role === 'button' ? 'Enter' : 'Space');
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test.each([true, false])(
  'an officer appraises, recognises and publishes, by keyboard (script: %s)',
  async (script) => {
    const name = `Tổ góp vốn xoay vòng ${script ? 'một' : 'hai'}`;
    const { registrationIds } = await send(cast, 'registrant', { name });
    await leadTo(cast, registrationIds[0] as number, 'self_assessed');
    const { context, page } = await enter('commune_officer', script);
    const looked = async () => (script ? accessible(page) : undefined);

    await page.goto(`${site.origin}/office`);
    await looked();
    await press(page, 'link', `Thẩm định “${name}”`);
    await page.waitForURL(/\/office\/appraisals\/\d+$/);
    await looked();

    // Refused without a reason; what was chosen stays.
    await press(page, 'radio', /^Đề nghị công nhận/);
    await press(page, 'button', 'Lưu, sang mô hình kế tiếp');
    await page.getByRole('link', { name: /Còn tiêu chí chưa đạt/ }).waitFor();
    expect(await page.getByRole('radio', { name: /^Đề nghị công nhận/ }).isChecked()).toBe(true);
    await looked();
    await press(page, 'checkbox', 'Thiết thực, hiệu quả');
    await press(page, 'button', 'Lưu, sang mô hình kế tiếp');
    await page.getByRole('status').getByText(`Đã đề nghị công nhận “${name}”.`).waitFor();
    await looked();

    await page.goto(`${site.origin}/office/decisions`);
    await looked();
    await press(page, 'link', 'Ra quyết định');
    await page.getByLabel('Số quyết định').fill(`${script ? 1 : 2}-QĐ/BCĐ`);
    await page.getByLabel('Ngày ký').fill('09/03/2026');
    await page.getByLabel('Người ký', { exact: true }).fill('Người ký mẫu');
    await press(page, 'checkbox', new RegExp(name));
    await looked();
    // The Enter key in a field sends the form on, and changes nothing of what is chosen.
    await page.getByLabel('Người ký', { exact: true }).press('Enter');
    await page.getByText(`công nhận 1 mô hình cấp cơ sở năm 2026.`).waitFor();
    await looked();
    await press(page, 'button', 'Sửa lại');
    expect(await page.getByRole('checkbox', { name: new RegExp(name) }).isChecked()).toBe(true);
    await press(page, 'button', 'Xem trước');
    await press(page, 'button', 'Công nhận 1 mô hình');
    await page.waitForURL(/\/office\/decisions\/\d+\?done=recognised$/);
    expect(await page.getByRole('rowheader', { name: new RegExp(name) }).count()).toBe(1);
    await looked();
    await press(page, 'button', 'Công bố 1 mô hình');
    await page.getByRole('status').getByText('Đã công bố 1 mô hình.').waitFor();
    await looked();
    await context.close();
    // Nine pages, each read by axe.
  },
  120_000,
);

test('who may not is told why, and another commune’s sheet and decision are not there', async () => {
  const { registrationIds } = await send(cast, 'registrant', { name: 'Của xã Đông Một' });
  await leadTo(cast, registrationIds[0] as number, 'self_assessed');
  const address = `${site.origin}/office/appraisals/${registrationIds[0]}`;
  const district = await enter('district_officer');
  await district.page.goto(address);
  await district.page.getByText('Vì sao tôi chưa làm được?').click();
  await district.page.getByText(/Cấp cơ sở do chính xã/).waitFor();
  expect(await district.page.getByRole('button', { name: /Lưu/ }).count()).toBe(0);
  const other = await enter('other_officer');
  const [sheet, list] = [
    await other.page.goto(address),
    await other.page.goto(`${site.origin}/office/decisions/new?cycle=2&level=commune&unit=4`),
  ];
  expect([sheet?.status(), list?.status()]).toEqual([404, 404]);
  await Promise.all([district.context.close(), other.context.close()]);
});
