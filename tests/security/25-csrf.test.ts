import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let visitor: Visitor;
beforeAll(async () => {
  const { database } = await newOffice();
  await database.close();
  site = await startSite({}, { url: database.url, drop: async () => {} });
  visitor = new Visitor(site.origin);
  await visitor.signIn('quan.tri', PASSWORD);
});
afterAll(() => site.stop());

const FORMS: [string, Record<string, string>][] = [
  ['/dang-nhap', { username: 'quan.tri', password: PASSWORD }],
  ['/dang-xuat', {}],
  ['/ngon-ngu', { language: 'en' }],
  ['/thiet-lap', { code: 'x' }],
  ['/dang-nhap/ma', { code: '123456' }],
  ['/dang-nhap/khoa', { answer: '{}' }],
  ['/dang-nhap/khoa/hoi', {}],
  ['/quen-mat-khau', { email: 'ai.do@example.vn' }],
  ['/dat-lai-mat-khau?ma=x', { password: 'một câu của kẻ lạ' }],
  ['/loi-moi?ma=x', { username: 'ke.la', password: 'một câu của kẻ lạ' }],
  ['/tai-khoan?/others', {}],
  ['/tai-khoan/hai-buoc?/begin', {}],
  ['/tai-khoan/khoa/hoi', {}],
  ['/tai-khoan/mot-cua?/unlink', {}],
  ['/office/people/invite', { fullName: 'Kẻ lạ', role: 'administrator', unitId: '1' }],
  ['/tai-khoan?/password', { current: PASSWORD, password: 'một câu của kẻ lạ' }],
  [
    '/office/people/new',
    { username: 'ke.la', fullName: 'Kẻ lạ', password: PASSWORD, role: 'administrator', unitId: '1' },
  ],
  [
    '/api/../office/people/new',
    { username: 'ke.la', fullName: 'Kẻ lạ', password: PASSWORD, role: 'auditor', unitId: '1' },
  ],
  ['/api/%2e%2e/dang-xuat', {}],
];
const ORIGINS = ['https://evil.example', 'null', '', 'http://127.0.0.1:1', 'http://127.0.0.1.evil.example'];
const TYPES = ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'];

describe.each(FORMS)('a form sent to %s from another site', (path, form) => {
  test.each(ORIGINS)('with the origin %j is refused', async (origin) => {
    // An anonymous request before it must not open a door (a worker once kept the exemption).
    await new Visitor(site.origin).get(path);
    for (const type of TYPES) {
      const answer = await visitor.post(path, form, { origin, 'content-type': type });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    }
  });
});

test('nothing of it was done: the session lives, the language and the people are as they were', async () => {
  const people = await visitor.get('/office/people');
  expect(people.status).toBe(200);
  expect(people.body).toContain('<html lang="vi"');
  expect(people.body).not.toContain('ke.la');
});

test('the cookie is out of reach of scripts and of other sites', async () => {
  const { headers } = await new Visitor(site.origin).signIn('quan.tri', PASSWORD);
  const [session = '', device = '', ...more] = headers['set-cookie'] ?? [];
  expect(session).toMatch(/^kheo_session=[\w-]{43};.*Max-Age=604800/);
  expect(device).toMatch(/^kheo_device=[\w-]{43};.*Max-Age=15552000/);
  expect(more).toEqual([]);
  for (const cookie of [session, device]) {
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  }
});
