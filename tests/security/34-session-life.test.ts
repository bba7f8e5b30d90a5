import { expect, test } from 'vitest';
import { disableAccount } from '#modules/people/account/server/actions.ts';
import { openSession } from '#modules/people/session/server/queries.ts';
import { read } from '#platform/server/db.ts';
import { NOW, newOffice, PASSWORD } from '../support/office.ts';
import { startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const HOUR = 3_600_000;

test('a session opens nothing once its time is over, its password changed or its account disabled', async () => {
  const office = await newOffice();
  const { personId } = await office.add('sap.nghi', 'committee_member');
  const siteAt = (instant: number) =>
    startSite({ KHEO_NOW: new Date(instant).toISOString() }, { url: office.database.url, drop: async () => {} });

  const site = await siteAt(NOW.getTime());
  const [idle, changed, disabled] = [new Visitor(site.origin), new Visitor(site.origin), new Visitor(site.origin)];
  await idle.signIn('quan.tri', PASSWORD);
  await changed.signIn('quan.tri', PASSWORD);
  await disabled.signIn('sap.nghi', PASSWORD);
  expect((await disabled.get('/office/units')).status).toBe(200);
  await disableAccount(office.system, { personId });
  expect((await disabled.get('/office/units')).status).toBe(303);

  const other = new Visitor(site.origin);
  await other.signIn('quan.tri', PASSWORD);
  const token = String(other.cookies.get('kheo_session'));
  await other.post('/dang-xuat', {});
  other.cookies.set('kheo_session', token);
  expect((await other.get('/office/units')).status).toBe(303);

  const change = await changed.post('/tai-khoan?/password', { current: PASSWORD, password: 'một câu khác hẳn' });
  expect(change.location).toBe('/tai-khoan?done=password');
  expect((await changed.get('/office/units')).status).toBe(200);
  expect((await idle.get('/office/units')).status).toBe(303);
  await site.stop();

  const later = await siteAt(NOW.getTime() + 12 * HOUR);
  const back = new Visitor(later.origin);
  back.cookies.set('kheo_session', String(changed.cookies.get('kheo_session')));
  const answer = await back.get('/office/units');
  expect([answer.status, answer.location]).toEqual([303, '/dang-nhap?next=%2Foffice%2Funits']);
  await later.stop();
  await office.database.close();
}, 60_000);

test('who reads the table of sessions cannot sign in with it', async () => {
  const office = await newOffice();
  const { token } = await office.enter('quan.tri');
  const [row] = await read(office.system, (db) => db.selectFrom('session').selectAll().execute());
  const kept = [row?.token_hash.toString('hex'), row?.token_hash.toString('base64url')] as string[];
  expect(kept).not.toContain(token);
  for (const each of kept) expect(await openSession(office.database, each, NOW)).toBeUndefined();
  expect(await openSession(office.database, token, NOW)).toBeDefined();
  await office.database.close();
});
