import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableAccount } from '#modules/people/account/server/actions.ts';
import { askToEnter } from '#modules/people/passkey/server/actions-enter.ts';
import { sweepSessions } from '#modules/people/session/server/actions.ts';
import { isConfirmedNow, openSession } from '#modules/people/session/server/queries.ts';
import { touchSession } from '#modules/people/session/server/store.ts';
import { read } from '#platform/server/db.ts';
import { contextFor, NOW, newOffice, PASSWORD } from '../support/office.ts';
import { startSite } from '../support/site.ts';
import { at, KINDS, LIVES, tokensOf } from '../support/tokens.ts';
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

describe('by the clock', () => {
  let office: Awaited<ReturnType<typeof newOffice>>;
  let made: Awaited<ReturnType<typeof tokensOf>>;
  beforeAll(async () => {
    office = await newOffice();
    made = await tokensOf(office);
  });
  afterAll(() => office.database.close());

  // A new password ends the rest, so it comes last.
  test.each([...KINDS].sort((a, b) => Number(a === 'reset') - Number(b === 'reset')))(
    'what is for %s is good until its time is over, not a second longer, and what can be used up is used up',
    async (kind) => {
      const { doors, tokens } = made;
      const end = at(LIVES[kind]);
      const over = { kind: expect.stringMatching(/missing|forbidden/) };
      await expect(doors[kind](tokens[kind], end)).rejects.toMatchObject(over);
      await expect(doors[kind](tokens[kind], at(LIVES[kind] + 60 * 24 * 365))).rejects.toMatchObject(over);
      const last = new Date(end.getTime() - 1000);
      await doors[kind](tokens[kind], last);
      const once = ['email', 'second_step', 'invitation', 'reset'].includes(kind);
      if (once) await expect(doors[kind](tokens[kind], last)).rejects.toMatchObject(over);
      else await doors[kind](tokens[kind], last);
    },
  );

  test('a session that is used all day goes on, and ends seven days after sign-in all the same', async () => {
    const here = await office.enter('quan.tri');
    const day = 24 * 60;
    for (let minutes = 0; minutes < 7 * day; minutes += 600) {
      const session = await openSession(office.database, here.token, at(minutes));
      if (!session) throw new Error(`over after ${minutes} minutes`);
      await touchSession({ ...here, now: at(minutes) }, here.token, session);
    }
    expect(await openSession(office.database, here.token, at(7 * day - 1))).toBeDefined();
    expect(await openSession(office.database, here.token, at(7 * day))).toBeUndefined();
  });

  test('a proof of oneself is good for a quarter of an hour, however much the session is used', async () => {
    const here = await office.enter('quan.tri');
    const proven = (minutes: number) => read(here, (db) => isConfirmedNow(db, { ...here, now: at(minutes) }));
    const session = await openSession(office.database, here.token, at(14));
    if (session) await touchSession({ ...here, now: at(14) }, here.token, session);
    expect([await proven(14), await proven(15), await proven(600)]).toEqual([true, false, false]);
  });

  test('what is over is thrown away at night', async () => {
    const left = () => read(office.system, (db) => db.selectFrom('ticket').select('purpose').execute());
    const { ticket } = await askToEnter(contextFor(office.database, NOW), { origin: 'https://kheo.example.vn' });
    expect([ticket.length, (await left()).length > 0]).toEqual([43, true]);
    await sweepSessions({ ...office.system, now: at(60 * 24 * 181) }, {});
    expect(await left()).toEqual([]);
    const sessions = await read(office.system, (db) => db.selectFrom('session').selectAll().execute());
    expect(sessions).toEqual([]);
  });
});
