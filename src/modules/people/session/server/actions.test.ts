import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { contextFor, NOW, newOffice, PASSWORD, signInWhole } from '../../../../../tests/support/office.ts';
import { disableAccount } from '../../account/server/actions.ts';
import { scopeOf } from '../../scope/rules.ts';
import { endSession, signIn, signOut, sweepSessions } from './actions.ts';
import { listSessions, openSession } from './queries.ts';
import { touchSession } from './store.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.database.close());

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const at = (minutes: number) => contextFor(office.database, later(minutes));
const WRONG = expect.objectContaining({ kind: 'invalid', reason: { code: 'session.wrong' }, fields: {} });
const locked = (minutes: number) =>
  expect.objectContaining({ kind: 'too_many', reason: { code: 'session.locked', params: { minutes } } });

test('a right password opens a session that names the person and today’s duties, for one query', async () => {
  const { token, expires } = await signInWhole(office.stranger, { username: ' QUAN.TRI', password: PASSWORD });
  expect(expires).toEqual(later(12 * 60));
  const before = office.database.queries;
  const session = await openSession(office.database, token, NOW);
  expect(office.database.queries - before).toBe(1);
  expect(session).toMatchObject({
    username: 'quan.tri',
    language: 'vi',
    actor: { id: office.administratorId, name: 'Quản trị' },
  });
  expect(await openSession(office.database, `${token}x`, NOW)).toBeUndefined();
  expect(await openSession(office.database, undefined, NOW)).toBeUndefined();
});

test('five wrong passwords close the name; the count survives the refusal, the right password does not help', async () => {
  await office.add('bi.khoa', 'committee_member');
  const wrong = (minutes: number) => signIn(at(minutes), { username: 'bi.khoa', password: 'sai mật khẩu' });
  for (let tries = 1; tries <= 4; tries++) await expect(wrong(0)).rejects.toEqual(WRONG);
  await expect(wrong(1)).rejects.toEqual(locked(15));
  await expect(signIn(at(2), { username: 'Bi.Khoa', password: PASSWORD })).rejects.toEqual(locked(14));
  const { token } = await signInWhole(at(16), { username: 'bi.khoa', password: PASSWORD });
  expect(await openSession(office.database, token, later(16))).toBeDefined();
});

test('a success forgets the failures before it', async () => {
  await office.add('hay.nham', 'committee_member');
  for (let round = 0; round < 3; round++) {
    for (let tries = 0; tries < 3; tries++) {
      await expect(signIn(at(0), { username: 'hay.nham', password: 'sai mật khẩu' })).rejects.toEqual(WRONG);
    }
    await signIn(at(0), { username: 'hay.nham', password: PASSWORD });
  }
});

test('guesses sent at once are counted one by one', async () => {
  await office.add('nhieu.luc', 'committee_member');
  const guesses = Array.from({ length: 12 }, (_, number) =>
    signIn(at(0), { username: 'nhieu.luc', password: `sai ${number}` }),
  );
  const answers = (await Promise.allSettled(guesses)).map(
    (each) => each.status === 'rejected' && each.reason.reason.code,
  );
  expect(answers.filter((code) => code === 'session.wrong')).toHaveLength(4);
  expect(answers.filter((code) => code === 'session.locked')).toHaveLength(8);
});

test('an account that is not there and one that is disabled answer as a wrong password does, also when closed', async () => {
  const { personId } = await office.add('da.nghi', 'committee_member');
  await disableAccount(office.system, { personId });
  const tries: [string, string][] = [
    ['hay.nham', 'sai mật khẩu'],
    ['khong.co', 'sai mật khẩu'],
    ['da.nghi', PASSWORD],
  ];
  for (const [username, password] of tries) {
    const attempt = () => signIn(at(100), { username, password });
    for (let count = 1; count <= 4; count++) await expect(attempt()).rejects.toEqual(WRONG);
    await expect(attempt()).rejects.toEqual(locked(15));
    await expect(attempt()).rejects.toEqual(locked(15));
  }
});

test('a session ends after 12 idle hours', async () => {
  const { token } = await signInWhole(at(0), { username: 'quan.tri', password: PASSWORD });
  expect(await openSession(office.database, token, later(12 * 60 - 1))).toBeDefined();
  expect(await openSession(office.database, token, later(12 * 60))).toBeUndefined();
});

test('each request moves the end of a session, until the seventh day is over', async () => {
  const { token } = await signInWhole(at(0), { username: 'quan.tri', password: PASSWORD });
  const day = 24 * 60;
  let minutes = 0;
  for (; minutes < 7 * day; minutes += 11 * 60) {
    const session = await openSession(office.database, token, later(minutes));
    if (!session) throw new Error(`over after ${minutes} minutes`);
    await touchSession({ ...at(minutes), scope: scopeOf(session.actor) }, token, session);
  }
  expect(await openSession(office.database, token, later(7 * day - 1))).toBeDefined();
  expect(await openSession(office.database, token, later(7 * day))).toBeUndefined();
});

test('a sight within five minutes of the last one writes nothing', async () => {
  const { token } = await signInWhole(at(0), { username: 'quan.tri', password: PASSWORD });
  const session = await openSession(office.database, token, later(4));
  if (!session) throw new Error('no session');
  const before = office.database.queries;
  await touchSession({ ...at(4), scope: scopeOf(session.actor) }, token, session);
  expect(office.database.queries).toBe(before);
});

test('who signs out is out; that it was over already is no error', async () => {
  await office.add('ra.ve', 'committee_member');
  const here = await office.enter('ra.ve');
  await signOut(here, here.token);
  expect(await openSession(office.database, here.token, NOW)).toBeUndefined();
  await signOut(here, here.token);
});

test('a person sees and ends their own sessions and nobody else’s', async () => {
  await office.add('hai.may', 'committee_member');
  const here = await office.enter('hai.may');
  const there = await office.enter('hai.may');
  const own = () => read(here, (db) => listSessions(db, here.scope, here.actor.id as number, NOW));
  expect(await own()).toHaveLength(2);
  const stranger = await office.enter('ra.ve');
  for (const { id } of await own()) {
    await expect(endSession(stranger, { session: id })).rejects.toMatchObject({ kind: 'missing' });
  }
  await signOut(here, there.token);
  expect(await own()).toHaveLength(1);
});

test('what is over is swept away, what is not stays', async () => {
  const { token } = await signInWhole(at(3000), { username: 'ra.ve', password: PASSWORD });
  const { sessions } = await sweepSessions({ ...office.system, now: later(3000) }, {});
  expect(sessions).toBeGreaterThan(3);
  expect(await openSession(office.database, token, later(3000))).toBeDefined();
  await expect(sweepSessions(office.stranger, {})).rejects.toMatchObject({ kind: 'forbidden' });
});
