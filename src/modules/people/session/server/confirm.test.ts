import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { NOW, newOffice, PASSWORD } from '../../../../../tests/support/office.ts';
import { codeAt } from '../../../../../tests/support/tokens.ts';
import { createAccount, disableAccount, enableAccount, resetPassword } from '../../account/server/actions.ts';
import { askToConfirm, confirmByKey } from '../../passkey/server/actions-confirm.ts';
import { askToEnter } from '../../passkey/server/actions-enter.ts';
import { beginSecondFactor, finishSecondFactor } from '../../second-factor/server/actions.ts';
import { setupOf } from '../../second-factor/server/queries.ts';
import { endOtherSessions } from './actions.ts';
import { confirmSelf } from './actions-confirm.ts';
import { confirmationNow, isConfirmedNow, listSessions, openSession } from './queries.ts';

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

test('a code of the telephone proves as the password does: once, counted with wrong passwords, and only where it is on', async () => {
  const { personId } = await office.add('co.ma', 'auditor');
  const here = await office.enter('co.ma');
  const then = (minutes: number) => ({ ...here, now: later(minutes) });
  const proven = (minutes: number) => read(here, (db) => isConfirmedNow(db, then(minutes)));
  const ways = (minutes: number) => read(here, (db) => confirmationNow(db, then(minutes)));
  await beginSecondFactor(here, {});
  const setup = await read(here, (db) => setupOf(db, here.scope, personId));
  const secret = setup?.secret ?? '';
  // Begun and not finished it proves nothing.
  await expect(confirmSelf(then(20), codeAt(secret, later(20)))).rejects.toMatchObject({
    fields: { confirm: { code: 'account.current_wrong' } },
  });
  expect(await ways(20)).toEqual({ confirmed: false, byCode: false, byKey: false });
  await finishSecondFactor(here, { code: codeAt(secret, NOW) });
  expect(await ways(20)).toEqual({ confirmed: false, byCode: true, byKey: false });
  expect(await ways(1)).toEqual({ confirmed: true, byCode: false, byKey: false });

  const code = codeAt(secret, later(30));
  await confirmSelf(then(30), code);
  expect([await proven(30), await proven(44), await proven(45)]).toEqual([true, true, false]);
  const again = { fields: { confirm: { code: 'session.confirm_wrong' } } };
  await expect(confirmSelf(then(30), code)).rejects.toMatchObject(again);
  await confirmSelf(then(60), PASSWORD);
  const acts = await read(office.system, (db) =>
    db
      .selectFrom('audit_event')
      .select('after')
      .where('act', '=', 'session.confirm')
      .where('subject_id', '=', personId)
      .execute(),
  );
  expect(acts.map(({ after }) => after)).toEqual([{ confirmedBy: 'code' }, { confirmedBy: 'password' }]);

  const wrong = String((Number(codeAt(secret, later(90))) + 1) % 1e6).padStart(6, '0');
  for (const typed of [wrong, 'sai rồi', wrong, 'sai rồi', wrong])
    await expect(confirmSelf(then(90), typed)).rejects.toMatchObject(again);
  for (const typed of [codeAt(secret, later(90)), PASSWORD])
    await expect(confirmSelf(then(90), typed)).rejects.toMatchObject({ reason: { code: 'session.locked' } });
});

test('a passkey that is another’s, or answers nothing that was asked, proves nothing and counts', async () => {
  await office.add('co.khoa', 'auditor');
  const here = { ...(await office.enter('co.khoa')), now: later(20) };
  const origin = 'https://kheo.example.vn';
  const answer = JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} });
  const failed = { kind: 'invalid', fields: { confirm: { code: 'passkey.failed' } } };
  const [own, toEnter] = [await askToConfirm(here, { origin }), await askToEnter(office.stranger, { origin })];
  expect(own.options.userVerification).toBe('required');
  for (const ticket of [own.ticket, toEnter.ticket, '', own.ticket, own.ticket])
    await expect(confirmByKey(here, { ticket, answer, origin })).rejects.toMatchObject(failed);
  await expect(confirmByKey(here, { ticket: own.ticket, answer, origin })).rejects.toMatchObject({ kind: 'too_many' });
  await expect(confirmSelf(here, PASSWORD)).rejects.toMatchObject({ kind: 'too_many' });
  await expect(confirmByKey(office.stranger, { ticket: own.ticket, answer, origin })).rejects.toMatchObject({
    kind: 'missing',
  });
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
