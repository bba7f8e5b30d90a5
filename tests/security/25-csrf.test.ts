import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newOffice, PASSWORD } from '../support/office.ts';
import { FORMS } from '../support/route-forms.ts';
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

const FILLED: [string, Record<string, string>][] = [
  ['/dang-nhap', { username: 'quan.tri', password: PASSWORD }],
  ['/dang-xuat', {}],
  ['/ngon-ngu', { language: 'en' }],
  ['/thiet-lap', { code: 'x' }],
  ['/dang-nhap/ma', { code: '123456' }],
  ['/dang-nhap/khoa', { answer: '{}' }],
  ['/dang-nhap/khoa/hoi', {}],
  ['/quen-mat-khau', { email: 'ai.do@example.vn' }],
  ['/xin-tai-khoan', { fullName: 'Kẻ Lạ', email: 'ke.la@example.vn', unitId: '1', role: 'registrant', reason: 'x' }],
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

describe.each(FILLED)('a form sent to %s from another site', (path, form) => {
  test.each(ORIGINS)('with the origin %j is refused', async (origin) => {
    // An anonymous request before it must not open a door (a worker once kept the exemption).
    await new Visitor(site.origin).get(path);
    for (const type of TYPES) {
      const answer = await visitor.post(path, form, { origin, 'content-type': type });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    }
  });
});

test('every form there is, of any page, is refused from another site, and so is what names no type at all', async () => {
  const forms = Object.keys(FORMS).map((form) => form.replace(/\[\w+\]/g, '1'));
  expect(forms.length).toBeGreaterThan(60);
  const letIn: string[] = [];
  for (const path of forms) {
    for (const type of TYPES) {
      const { status } = await visitor.post(path, {}, { origin: 'https://evil.example', 'content-type': type });
      if (status !== 403) letIn.push(`${path} as ${type}: ${status}`);
    }
    // No page of ours sends these: what a form cannot be read from is refused, with or without an origin.
    for (const type of ['', 'application/json', 'application/octet-stream']) {
      const { status } = await visitor.post(path, {}, { origin: 'https://evil.example', 'content-type': type });
      if (status < 400) letIn.push(`${path} as ${type || 'nothing'}: ${status}`);
    }
  }
  expect(letIn).toEqual([]);
});

test('no anonymous request before it on the same connection lifts the check, not one to the API either', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = (path: string, headers: Record<string, string>, body = 'x=1') =>
    new Promise<{ status: number; reused: boolean }>((done, failed) => {
      const { hostname, port } = new URL(site.origin);
      const type = 'application/x-www-form-urlencoded';
      const sent = request({
        agent,
        hostname,
        port,
        path,
        method: 'POST',
        headers: { 'content-type': type, ...headers },
      });
      sent.on('error', failed).on('response', (response) => {
        response.resume().on('end', () => done({ status: response.statusCode ?? 0, reused: sent.reusedSocket }));
      });
      sent.end(body);
    });
  for (const before of ['/api/v1/units', '/api/../dang-xuat', '/dang-nhap', '/khong-co']) {
    await send(before, { origin: before.startsWith('/api') ? '' : site.origin });
    const { status, reused } = await send('/dang-xuat', { origin: 'https://evil.example', cookie });
    expect([before, status, reused]).toEqual([before, 403, true]);
  }
  agent.destroy();
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
