import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
beforeAll(async () => {
  const { database } = await newOffice();
  await database.close();
  site = await startSite({}, { url: database.url, drop: async () => {} });
});
afterAll(() => site.stop());

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
