import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, PHONE, type Stage } from '../support/browsing.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 180_000);
afterAll(() => stage?.close());

/** A telephone with a finger on it, as Chromium plays it. */
async function withAuthenticator(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

test('a key is added, opens the account without a password, counts its uses, and opens nothing once deleted', async () => {
  const { page, context } = await stage.enter('commune_officer', PHONE);
  // Keys belong to names, not to numbers of the network.
  const origin = stage.site.origin.replace('127.0.0.1', 'localhost');
  const cookies = await context.cookies(stage.site.origin);
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url: origin })));
  const { cdp, authenticatorId } = await withAuthenticator(page);
  await page.goto(`${origin}/tai-khoan/khoa`);
  await page.getByLabel('Tên để nhớ').fill('Điện thoại của tôi');
  await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click();
  await page.getByText('Đã thêm khóa truy cập').waitFor();
  expect(await page.locator('main').innerText()).toContain('Điện thoại của tôi');

  const enter = async () => {
    await context.clearCookies();
    await page.goto(`${origin}/dang-nhap?next=/office/units`);
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  };
  await enter();
  await page.waitForURL(({ pathname }) => pathname === '/office/units');
  const [key] = await stage.cast.asOwner<{ counter: number; used_at: Date | null }>(
    'select counter, used_at from passkey',
  );
  expect(Number(key?.counter)).toBeGreaterThan(0);
  expect(key?.used_at).not.toBeNull();

  // A copy of the key that is behind the one that was used last is no key.
  await stage.cast.asOwner('update passkey set counter = 1000000');
  await enter();
  await page.getByText('Chưa dùng được khóa truy cập').waitFor();
  await stage.cast.asOwner('update passkey set counter = 0');

  // A finger that is not the owner's.
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await enter();
  await page.locator('[data-passkey-failed]').waitFor();
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });

  await enter();
  await page.waitForURL(({ pathname }) => pathname === '/office/units');

  // A quarter of an hour later the key proves who is there, in place of the password; what was typed stays.
  await stage.cast.asOwner(`update session set confirmed_at = confirmed_at - interval '16 minutes'`);
  await page.goto(`${origin}/tai-khoan/khoa`);
  await page.getByLabel('Tên để nhớ').fill('Chưa mất');
  await page.locator('form[data-passkey] [data-confirm-key] button').click();
  await page.getByText('Đã xác nhận bằng khóa truy cập').waitFor();
  expect(await page.getByLabel('Mật khẩu của đồng chí').filter({ visible: true }).count()).toBe(0);
  expect(await page.getByLabel('Tên để nhớ').inputValue()).toBe('Chưa mất');
  await page.goto(`${origin}/tai-khoan/khoa`);
  await page.getByRole('button', { name: 'Xóa khóa' }).click();
  await page.getByText('Đã xóa khóa truy cập').waitFor();
  await enter();
  await page.getByText('Chưa dùng được khóa truy cập').waitFor();
  expect(stage.complaints).toEqual([]);
});

test('without script there is no button that would do nothing', async () => {
  const { page } = await stage.enter('commune_officer', { javaScriptEnabled: false });
  await page.goto('/tai-khoan/khoa');
  expect(await page.getByRole('button', { name: 'Thêm khóa của máy này' }).isVisible()).toBe(false);
  expect(await page.locator('main').innerText()).toContain('mật khẩu vẫn dùng như thường');
});
