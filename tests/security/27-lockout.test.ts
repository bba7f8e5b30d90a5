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

test('behind a proxy its word counts and no other: what a client writes before it opens nothing and closes nobody', async () => {
  await office.add('sau.cong', 'committee_member');
  const behind = await startSite({ KHEO_PROXIES: '1' }, { url: office.database.url, drop: async () => {} });
  try {
    const from = (said: string, seen: string) => ({ 'x-forwarded-for': `${said}, ${seen}` });
    const signIn = async (password: string, said: string, seen: string) =>
      (await new Visitor(behind.origin).post('/dang-nhap', { username: 'sau.cong', password }, from(said, seen)))
        .status;
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++)
      statuses.push(await signIn('sai mật khẩu', `198.51.100.${n}, 10.9.9.${n}`, '203.0.113.7'));
    expect(statuses).toEqual([422, 422, 422, 422, 429]);
    expect(await signIn(PASSWORD, '198.51.100.77', '203.0.113.7')).toBe(429);
    // Another place is another count, and naming a place that is closed does not close one's own.
    expect(await signIn('sai mật khẩu', '203.0.113.7', '203.0.113.8')).toBe(422);
    expect(await signIn(PASSWORD, '203.0.113.7', '203.0.113.8')).toBe(303);
  } finally {
    await behind.stop();
  }
});
