import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#modules/people/account/server/actions.ts';
import { newOffice, PASSWORD } from '../support/office.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const PAYLOAD = '<img src=x onerror=alert(1)>"\'</pre><script>alert(2)</script>{@html 1}';

let site: Site;
beforeAll(async () => {
  const office = await newOffice();
  const person = { username: 'la.lung', fullName: PAYLOAD, password: PASSWORD, unitId: 1 };
  await createAccount(office.system, { ...person, role: 'registrant', registrant: PAYLOAD });
  await office.enter('la.lung');
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
