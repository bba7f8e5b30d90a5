import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#modules/people/account/server/actions.ts';
import { read } from '#platform/server/db.ts';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const PAYLOAD = '<img src=x onerror=alert(1)>"\'</pre><script>alert(2)</script>{@html 1}';

let site: Site;
let event: number;
beforeAll(async () => {
  const office = await newOffice();
  const person = { username: 'la.lung', fullName: PAYLOAD, password: PASSWORD, unitId: 1 };
  await createAccount(office.system, { ...person, role: 'registrant', registrant: PAYLOAD });
  await office.enter('la.lung');
  event = await read(office.system, async (db) => {
    const made = db.selectFrom('audit_event').select('id').where('act', '=', 'account.create').orderBy('id', 'desc');
    return (await made.limit(1).executeTakeFirstOrThrow()).id;
  });
  await office.database.close();
  site = await startSite({}, { url: office.database.url, drop: async () => {} });
});
afterAll(() => site.stop());

test.each([
  '/office/audit',
  '/office/people',
  `/office/audit?q=${encodeURIComponent(PAYLOAD)}&act=${encodeURIComponent(PAYLOAD)}`,
])('markup in a name is shown as text by %s', async (path) => {
  const visitor = new Visitor(site.origin);
  await visitor.signIn('quan.tri', PASSWORD);
  const { status, body } = await visitor.get(path);
  expect(status).toBe(200);
  expect(body).toContain('&lt;img src=x');
  expect(body).not.toMatch(/<img src=x|<script>alert/);
});

test('nor does the page of the act itself, field by field, or its download, which no browser opens as a page', async () => {
  const visitor = new Visitor(site.origin);
  await visitor.signIn('quan.tri', PASSWORD);
  const { status, body } = await visitor.get(`/office/audit/${event}`);
  expect(status).toBe(200);
  expect(body).toContain('&lt;img src=x');
  expect(body).not.toMatch(/<img src=x|<script>alert/);
  const list = await visitor.get('/office/audit/list.csv');
  expect(list.body).toContain('<img src=x');
  expect(list.headers).toMatchObject({
    'content-type': expect.stringMatching(/^text\/csv/),
    'content-disposition': expect.stringMatching(/^attachment/),
    'x-content-type-options': 'nosniff',
  });
});
