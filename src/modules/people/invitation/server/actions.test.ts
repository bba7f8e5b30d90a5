import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { contextFor, NOW, newOffice, PASSWORD } from '../../../../../tests/support/office.ts';
import { changeOwnPassword } from '../../account/server/actions-own.ts';
import { setEmailOf } from '../../email/server/actions-manage.ts';
import { PUBLIC, scopeOf, systemScope } from '../../scope/rules.ts';
import { openSession, sessionId } from '../../session/server/queries.ts';
import { unlinkSingleSignOn } from '../../single-sign-on/server/actions.ts';
import { inviteAgain, invitePerson, revokeInvitation } from './actions.ts';
import { claimAccount, claimLinked } from './actions-claim.ts';
import { invitedBy, listWithoutAccount } from './queries.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.database.close());

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const tokenIn = (link: string | null) => new URL(link ?? '').searchParams.get('ma') ?? '';
const someone = (fullName: string) => ({ fullName, role: 'provincial_officer' as const, unitId: 1 });
const OVER = { kind: 'missing', reason: { code: 'invitation.over' } };
const claim = (token: string, username: string, now = NOW) =>
  claimAccount(contextFor(office.database, now), token, { username, password: PASSWORD }, {});
const listed = async () => {
  const people = await read(office.system, (db) => listWithoutAccount(db, office.system.scope, NOW));
  return new Map(people.map((person) => [person.personId, person]));
};

test('who is invited is a person with duties at once, and opens the account by the link, once', async () => {
  const administrator = await office.enter('quan.tri');
  const { personId, link } = await invitePerson(administrator, someone('Lê Thị Hoa'));
  const token = tokenIn(link);
  expect((await listed()).get(personId)).toMatchObject({
    fullName: 'Lê Thị Hoa',
    state: 'open',
    duties: [{ role: 'provincial_officer', unit: 'Tỉnh Mẫu' }],
  });
  expect(await invitedBy(office.stranger, token)).toEqual({ fullName: 'Lê Thị Hoa' });
  await expect(claim(token, 'quan.tri')).rejects.toMatchObject({
    fields: { username: { code: 'account.username_taken' } },
  });
  const presses = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => claim(token, `le.hoa.${n}`)));
  const done = presses.filter((each) => each.status === 'fulfilled');
  expect(done).toHaveLength(1);
  for (const each of presses) if (each.status === 'rejected') expect(each.reason).toMatchObject(OVER);
  const session = await openSession(office.database, done[0]?.value.token, NOW);
  expect(session?.actor).toMatchObject({ id: personId, appointments: [{ role: 'provincial_officer' }] });
  expect((await listed()).has(personId)).toBe(false);
  expect(await invitedBy(office.stranger, token)).toBeUndefined();
  await expect(inviteAgain(administrator, { personId })).rejects.toMatchObject({ kind: 'missing' });
});

test('a link is over after seven days, when it is taken back, and when there is a newer one', async () => {
  const administrator = await office.enter('quan.tri');
  const first = await invitePerson(administrator, someone('Một'));
  await expect(claim(tokenIn(first.link), 'mot', later(7))).rejects.toMatchObject(OVER);
  const second = await inviteAgain(administrator, { personId: first.personId });
  await expect(claim(tokenIn(first.link), 'mot')).rejects.toMatchObject(OVER);
  const { id } = (await listed()).get(first.personId) ?? {};
  await revokeInvitation(administrator, { id: id as number });
  await expect(claim(tokenIn(second.link), 'mot')).rejects.toMatchObject(OVER);
  expect((await listed()).get(first.personId)?.state).toBe('revoked');
  const third = await inviteAgain(administrator, { personId: first.personId });
  expect((await claim(tokenIn(third.link), 'mot', later(6))).personId).toBe(first.personId);
});

test('a link taken back at the moment it is used does one of the two', async () => {
  const administrator = await office.enter('quan.tri');
  const { personId, link } = await invitePerson(administrator, someone('Hai'));
  const { id } = (await listed()).get(personId) ?? {};
  const both = await Promise.allSettled([
    revokeInvitation(administrator, { id: id as number }),
    claim(tokenIn(link), 'hai'),
  ]);
  expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
});

test('only administrators invite, who have proved lately who they are', async () => {
  await office.add('kiem.tra', 'auditor');
  const auditor = await office.enter('kiem.tra');
  await expect(invitePerson(auditor, someone('Ba'))).rejects.toMatchObject({ kind: 'forbidden' });
  const administrator = { ...(await office.enter('quan.tri')), now: new Date(NOW.getTime() + 15 * 60_000) };
  await expect(invitePerson(administrator, someone('Ba'))).rejects.toMatchObject({
    reason: { code: 'session.confirm_needed' },
  });
});

test('what is wrong with an invitation is said at its field, and nobody is made', async () => {
  const administrator = await office.enter('quan.tri');
  const before = (await listed()).size;
  const cases: [object, string][] = [
    [{ unitId: 99 }, 'unitId'],
    [{ role: 'commune_officer' }, 'unitId'],
    [{ role: 'registrant' }, 'registrant'],
    [{ fullName: ' ' }, 'fullName'],
    [{ email: 'không phải thư' }, 'email'],
  ];
  for (const [change, field] of cases)
    await expect(async () => invitePerson(administrator, { ...someone('Bốn'), ...change })).rejects.toMatchObject({
      fields: { [field]: expect.anything() },
    });
  expect((await listed()).size).toBe(before);
});

test('one address is invited three times a day, one person invites sixty in an hour', async () => {
  const administrator = await office.enter('quan.tri', later(2));
  const { personId } = await invitePerson(administrator, { ...someone('Năm'), email: 'nam@example.vn' });
  for (let time = 0; time < 2; time++) await inviteAgain(administrator, { personId });
  await expect(inviteAgain(administrator, { personId })).rejects.toMatchObject({
    reason: { code: 'invitation.too_many_to' },
  });
  for (let time = 3; time < 60; time++) await invitePerson(administrator, someone(`Người ${time}`));
  await expect(invitePerson(administrator, someone('Quá'))).rejects.toMatchObject({
    reason: { code: 'invitation.too_many' },
  });
});

test('by single sign-on alone an invitation opens one account, without a password, however many come at once', async () => {
  const administrator = await office.enter('quan.tri', later(4));
  const now = later(4);
  const { personId } = await invitePerson(administrator, someone('Đào Thị Điền'));
  const { id } = (await listed()).get(personId) ?? {};
  const come = (subject: string, invitationId = id as number) =>
    claimLinked(contextFor(office.database, now, { actor: PUBLIC, scope: systemScope() }), {
      invitationId,
      identity: { issuer: 'https://idp.example.vn', subject },
      from: {},
    });
  const presses = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => come(`dien-${n}`)));
  const done = presses.filter((each) => each.status === 'fulfilled');
  expect(done).toHaveLength(1);
  for (const each of presses)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ reason: { code: 'invitation.over' } });
  const { token, username } = (done[0] as PromiseFulfilledResult<{ token: string; username: string }>).value;
  expect(username).toBe('dao.thi.dien');
  const session = await openSession(office.database, token, now);
  const own = {
    ...contextFor(office.database, now, { actor: session!.actor, scope: scopeOf(session!.actor) }),
    session: sessionId(token),
  };
  // Nothing that is typed opens it, and the one way in is not thrown away.
  for (const password of ['!', '', PASSWORD])
    await expect(async () => office.enter(username, now, password)).rejects.toMatchObject({ kind: 'invalid' });
  await expect(unlinkSingleSignOn(own, {})).rejects.toMatchObject({ reason: { code: 'single_sign_on.only_way' } });
  await changeOwnPassword(own, { current: '', password: 'một mật khẩu của riêng tôi' });
  await unlinkSingleSignOn(own, {});
  expect((await office.enter(username, now, 'một mật khẩu của riêng tôi')).actor.id).toBe(personId);
});

test('who is linked to another account takes no second one, and the invitation stays good', async () => {
  const now = later(5);
  const administrator = await office.enter('quan.tri', now);
  const identity = { issuer: 'https://idp.example.vn', subject: 'hai-lan' };
  const come = (invitationId: number) =>
    claimLinked(contextFor(office.database, now, { actor: PUBLIC, scope: systemScope() }), {
      invitationId,
      identity,
      from: {},
    });
  const ids: number[] = [];
  for (const name of ['Trùng Tên', 'Trùng Tên']) {
    const { personId } = await invitePerson(administrator, someone(name));
    const people = await read(office.system, (db) => listWithoutAccount(db, office.system.scope, now));
    ids.push(people.find((each) => each.personId === personId)?.id as number);
  }
  await come(ids[0] as number);
  await expect(come(ids[1] as number)).rejects.toMatchObject({ reason: { code: 'single_sign_on.taken' } });
  const other = { ...identity, subject: 'người khác' };
  const context = contextFor(office.database, now, { actor: PUBLIC, scope: systemScope() });
  const claimed = await claimLinked(context, { invitationId: ids[1] as number, identity: other, from: {} });
  expect(claimed.username).toBe('trung.ten.2');
});

test('an address set for somebody takes back what was sent to the one before', async () => {
  const now = later(6);
  const administrator = await office.enter('quan.tri', now);
  const { personId, link } = await invitePerson(administrator, someone('Có Thư'));
  await setEmailOf(administrator, { personId, email: 'Moi@example.vn' });
  await expect(claim(tokenIn(link), 'co.thu', now)).rejects.toMatchObject(OVER);
  const { personId: other } = await invitePerson(administrator, someone('Trùng Thư'));
  await expect(setEmailOf(administrator, { personId: other, email: 'moi@example.vn' })).rejects.toMatchObject({
    fields: { email: { code: 'email.taken' } },
  });
  await expect(
    setEmailOf(administrator, { personId: office.administratorId, email: 'toi@example.vn' }),
  ).rejects.toMatchObject({ reason: { code: 'email.own_elsewhere' } });
  const late = { ...administrator, now: new Date(now.getTime() + 15 * 60_000) };
  await expect(setEmailOf(late, { personId, email: '' })).rejects.toMatchObject({
    reason: { code: 'session.confirm_needed' },
  });
  const { rows } = await office.database.pool
    .query(
      "select set_config('kheo.scope_all', 'on', false); select before, after from audit_event where act = 'email.set_of'",
    )
    .then((all) => (all as unknown as { rows: unknown[] }[])[1]!);
  expect(rows).toEqual([{ before: { email: null }, after: { email: 'moi@example.vn' } }]);
});
