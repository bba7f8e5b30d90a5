import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { NOW, newOffice, PASSWORD } from '../../../../../tests/support/office.ts';
import { createAccount, disableAccount, enableAccount, resetPassword } from '../../account/server/actions.ts';
import { endOtherSessions } from './actions.ts';
import { confirmSelf } from './actions-confirm.ts';
import { isConfirmedNow, listSessions, openSession } from './queries.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.database.close());

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const NEEDED = expect.objectContaining({
  kind: 'forbidden',
  reason: { code: 'session.confirm_needed' },
  fields: { confirm: { code: 'session.confirm_needed' } },
});

test('a quarter of an hour after sign-in what matters asks for the password again, and goes on once it was given', async () => {
  const { personId } = await office.add('nguoi.kia', 'auditor');
  const administrator = await office.enter('quan.tri');
  const then = { ...administrator, now: later(15) };
  const someone = { username: 'moi', fullName: 'Mới', password: PASSWORD, role: 'auditor' as const, unitId: 1 };
  await expect(createAccount(then, someone)).rejects.toEqual(NEEDED);
  await expect(disableAccount(then, { personId })).rejects.toEqual(NEEDED);
  await expect(enableAccount(then, { personId })).rejects.toEqual(NEEDED);
  await expect(resetPassword(then, { personId, password: 'một câu khác hẳn' })).rejects.toEqual(NEEDED);
  await confirmSelf(then, undefined);
  await expect(createAccount(then, someone)).rejects.toEqual(NEEDED);
  await expect(confirmSelf(then, 'sai rồi')).rejects.toMatchObject({
    kind: 'invalid',
    fields: { confirm: { code: 'account.current_wrong' } },
  });
  await confirmSelf(then, PASSWORD);
  expect(await read(then, (db) => isConfirmedNow(db, then))).toBe(true);
  await createAccount({ ...then, now: later(29) }, someone);
  await expect(disableAccount({ ...then, now: later(30) }, { personId })).rejects.toEqual(NEEDED);
});

test('a proof is of one session, not of the person’s others, and needs a session', async () => {
  const [here, there] = [await office.enter('quan.tri'), await office.enter('quan.tri')];
  await confirmSelf({ ...here, now: later(60) }, PASSWORD);
  expect(await read(here, (db) => isConfirmedNow(db, { ...here, now: later(60) }))).toBe(true);
  expect(await read(there, (db) => isConfirmedNow(db, { ...there, now: later(60) }))).toBe(false);
  const { session: _, ...without } = here;
  await expect(disableAccount(without, { personId: 1000 })).rejects.toMatchObject({ kind: 'missing' });
  const { personId } = await office.add('ai.do', 'auditor');
  await expect(disableAccount(without, { personId })).rejects.toEqual(NEEDED);
});

test('five wrong proofs close it for a quarter of an hour, and no stranger can do that', async () => {
  await office.add('thu.mai', 'auditor');
  const here = await office.enter('thu.mai');
  for (let time = 0; time < 5; time++) await expect(confirmSelf(here, 'sai rồi')).rejects.toBeDefined();
  await expect(confirmSelf(here, PASSWORD)).rejects.toMatchObject({ reason: { code: 'session.locked' } });
  expect((await office.enter('thu.mai')).actor.name).toBe('thu.mai');
});

test('all other devices are signed out in one press, each said with where it was', async () => {
  await office.add('ba.may', 'auditor');
  const here = await office.enter('ba.may');
  const others = [await office.enter('ba.may'), await office.enter('ba.may')];
  const stranger = await office.enter('quan.tri');
  expect(await endOtherSessions(here, {})).toBe(2);
  for (const { token } of others) expect(await openSession(office.database, token, NOW)).toBeUndefined();
  expect(await openSession(office.database, stranger.token, NOW)).toBeDefined();
  const left = await read(here, (db) => listSessions(db, here.scope, here.actor.id as number, NOW));
  expect(left).toEqual([expect.objectContaining({ id: here.session, address: '' })]);
});
