import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
  site = await startSite({}, { url: office.database.url, drop: async () => {} });
});
afterAll(async () => {
  await site.stop();
  await office.database.close();
});

test('another address in every try, a new browser each time and other spellings do not reset the count', async () => {
  const names = ['quan.tri', 'QUAN.TRI', ' quan.tri', 'Quan.Tri ', 'quan.trI'];
  const statuses: number[] = [];
  for (const [at, username] of names.entries()) {
    const headers = {
      'x-forwarded-for': `198.51.100.${at}`,
      'x-real-ip': `198.51.100.${at}`,
      'x-kheo-address': `10.1.1.${at}`,
    };
    const answer = await new Visitor(site.origin).post('/dang-nhap', { username, password: 'sai mật khẩu' }, headers);
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 429]);
  const right = await new Visitor(site.origin).signIn('quan.tri', PASSWORD);
  expect([right.status, right.headers['set-cookie']]).toEqual([429, undefined]);
  expect(right.body).toContain('Hãy thử lại sau 15 phút');
});

test('the owner’s own browser is let in all the while, and forged addresses open nothing to others', async () => {
  await office.add('chu.nha', 'committee_member');
  const own = new Visitor(site.origin);
  expect((await own.signIn('chu.nha', PASSWORD)).status).toBe(303);
  for (let time = 0; time < 8; time++) await new Visitor(site.origin).signIn('chu.nha', 'sai mật khẩu');
  expect((await new Visitor(site.origin).signIn('chu.nha', PASSWORD)).status).toBe(429);
  own.cookies.delete('kheo_session');
  expect((await own.signIn('chu.nha', PASSWORD)).status).toBe(303);
  const thief = new Visitor(site.origin);
  thief.cookies.set('kheo_device', 'a'.repeat(43));
  expect((await thief.signIn('chu.nha', PASSWORD)).status).toBe(429);
});
