import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, rowsOf } from '#platform/server/db.ts';
import { NOW, newOffice, PASSWORD } from '../../../../../tests/support/office.ts';
import { openSession } from '../../session/server/queries.ts';
import { createAccount, disableAccount, enableAccount, resetPassword } from './actions.ts';
import { changeOwnPassword, chooseLanguage } from './actions-own.ts';

import { listPeople } from './queries.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.database.close());

const refused = (kind: string, more: object = {}) => expect.objectContaining({ kind, ...more });
const badField = (field: string, code: string) => refused('invalid', { fields: { [field]: { code } } });
const someone = (username: string) => ({
  username,
  fullName: 'Một người',
  password: PASSWORD,
  role: 'auditor' as const,
  unitId: 1,
});

test('an administrator lets a person in, who then signs in with the duty given', async () => {
  const administrator = await office.enter('quan.tri');
  await createAccount(administrator, { ...someone('Can.Bo.Tinh '), role: 'provincial_officer' });
  const { actor } = await office.enter('can.bo.tinh');
  expect(actor.appointments).toMatchObject([
    { role: 'provincial_officer', unitId: 1, unitName: 'Tỉnh Mẫu', level: 'province', path: '1', registrantId: null },
  ]);
});

test('a registrant is let in for a collective, which is made once', async () => {
  const administrator = await office.enter('quan.tri');
  const own = { role: 'registrant' as const, registrant: 'Chi bộ ấp Hòa Bình' };
  await createAccount(administrator, { ...someone('chi.bo.1'), ...own });
  await createAccount(administrator, { ...someone('chi.bo.2'), ...own, registrant: 'CHI BỘ ẤP HOÀ BÌNH' });
  const [one, two] = [await office.enter('chi.bo.1'), await office.enter('chi.bo.2')];
  expect(one.actor.appointments[0]?.registrantId).toBeTypeOf('number');
  expect(two.actor.appointments[0]?.registrantId).toBe(one.actor.appointments[0]?.registrantId);
});

test('what is wrong with a new account is said at its field', async () => {
  const administrator = await office.enter('quan.tri');
  const cases: [object, string, string][] = [
    [{ username: 'quan.tri' }, 'username', 'account.username_taken'],
    [{ username: 'Lê Hoa' }, 'username', 'account.username_shape'],
    [{ password: 'ngắn' }, 'password', 'account.password_short'],
    [{ password: 'password123' }, 'password', 'account.password_common'],
    [{ unitId: 999 }, 'unitId', 'account.unit_missing'],
    [{ unitId: '' }, 'unitId', 'account.unit_missing'],
    [{ role: 'commune_officer' }, 'unitId', 'account.unit_not_commune'],
    [{ role: 'king' }, 'role', 'account.role_missing'],
    [{ role: 'registrant' }, 'registrant', 'account.registrant_missing'],
  ];
  for (const [change, field, code] of cases) {
    await expect(async () => createAccount(administrator, { ...someone('moi'), ...change })).rejects.toEqual(
      badField(field, code),
    );
  }
  const { people } = await read(administrator, (db) => listPeople(db, administrator.scope, NOW, { query: 'moi' }));
  expect(people).toEqual([]);
});

test('no other role lets anyone in, keeps anyone out or gives passwords', async () => {
  await office.add('kiem.tra', 'auditor');
  const auditor = await office.enter('kiem.tra');
  const personId = office.administratorId;
  const no = refused('forbidden', { reason: { code: 'account.only_administrators' } });
  await expect(createAccount(auditor, someone('ban'))).rejects.toEqual(no);
  await expect(disableAccount(auditor, { personId })).rejects.toEqual(no);
  await expect(enableAccount(auditor, { personId })).rejects.toEqual(no);
  await expect(resetPassword(auditor, { personId, password: PASSWORD })).rejects.toEqual(no);
});

test('disabling ends the sessions at once and keeps the person out until enabled', async () => {
  const { personId } = await office.add('tam.nghi', 'committee_member');
  const { token } = await office.enter('tam.nghi');
  await disableAccount(office.system, { personId });
  expect(await openSession(office.database, token, NOW)).toBeUndefined();
  await expect(office.enter('tam.nghi')).rejects.toEqual(refused('invalid', { reason: { code: 'session.wrong' } }));
  await enableAccount(office.system, { personId });
  expect((await office.enter('tam.nghi')).actor.id).toBe(personId);
});

test('an administrator cannot disable their own account', async () => {
  const administrator = await office.enter('quan.tri');
  const own = disableAccount(administrator, { personId: office.administratorId });
  await expect(own).rejects.toEqual(refused('forbidden', { reason: { code: 'account.not_yourself' } }));
});

test('a password given anew replaces the old one and ends its sessions', async () => {
  const { personId } = await office.add('quen', 'committee_member');
  const { token } = await office.enter('quen');
  await expect(async () => resetPassword(office.system, { personId, password: 'quen' })).rejects.toEqual(
    badField('password', 'account.password_short'),
  );
  await resetPassword(office.system, { personId, password: 'một câu khác hẳn' });
  expect(await openSession(office.database, token, NOW)).toBeUndefined();
  await expect(office.enter('quen')).rejects.toEqual(refused('invalid'));
  expect((await office.enter('quen', NOW, 'một câu khác hẳn')).actor.id).toBe(personId);
});

test('changing the own password asks the old one and ends every other session', async () => {
  await office.add('tu.doi', 'committee_member');
  const here = await office.enter('tu.doi');
  const there = await office.enter('tu.doi');
  const change = (current: string, password: string) => changeOwnPassword(here, { current, password });
  await expect(change('sai rồi', 'một câu khác hẳn')).rejects.toEqual(badField('current', 'account.current_wrong'));
  await expect(change(PASSWORD, PASSWORD)).rejects.toEqual(badField('password', 'account.password_same'));
  await expect(change(PASSWORD, 'ngắn')).rejects.toEqual(badField('password', 'account.password_short'));
  await change(PASSWORD, 'một câu khác hẳn');
  expect(await openSession(office.database, there.token, NOW)).toBeUndefined();
  expect((await openSession(office.database, here.token, NOW))?.actor.name).toBe('tu.doi');
  await expect(office.enter('tu.doi')).rejects.toEqual(refused('invalid'));
});

test('an open browser is no place to guess the password', async () => {
  await office.add('de.quen', 'committee_member');
  const here = await office.enter('de.quen');
  const guess = () => changeOwnPassword(here, { current: 'sai rồi', password: 'một câu khác hẳn' });
  for (let tries = 0; tries < 5; tries++) await expect(guess()).rejects.toEqual(refused('invalid'));
  await expect(guess()).rejects.toEqual(
    refused('too_many', { reason: { code: 'session.locked', params: { minutes: 15 } } }),
  );
});

test('a language chosen stays with the account', async () => {
  await office.add('song.ngu', 'committee_member');
  const here = await office.enter('song.ngu');
  await chooseLanguage(here, { language: 'en' });
  expect((await openSession(office.database, here.token, NOW))?.language).toBe('en');
  await expect(chooseLanguage(office.stranger, { language: 'en' })).rejects.toEqual(refused('missing'));
});

test('people are found without marks, page by page, for one query', async () => {
  await createAccount(office.system, { ...someone('dao.thi.dien'), fullName: 'Đào Thị Điền' });
  const find = (filter: object) => read(office.system, (db) => listPeople(db, office.system.scope, NOW, filter));
  const before = office.database.queries;
  const { people } = await find({ query: 'dao thi' });
  expect(office.database.queries - before).toBe(1);
  expect(people).toEqual([
    {
      id: expect.any(Number),
      fullName: 'Đào Thị Điền',
      username: 'dao.thi.dien',
      disabledAt: null,
      duties: [{ role: 'auditor', unit: 'Tỉnh Mẫu', registrant: null, sector: null }],
    },
  ]);
  expect((await find({ query: 'ĐIỀN' })).people).toEqual(people);
  expect((await find({ after: 'dao.thi.dien' })).people[0]?.username).toBe('de.quen');
});

test('the audit tells who let whom in, and no password or hash is in it', async () => {
  const rows = await read(office.system, (db) =>
    rowsOf(
      db,
      sql<{ text: string }>`select to_jsonb(audit_event)::text as text from audit_event where act like 'account.%'`,
    ),
  );
  const all = rows.map((row) => row.text).join('\n');
  expect(all).toContain('account.create');
  expect(all).toContain('dao.thi.dien');
  expect(all).not.toContain('argon2');
  expect(all).not.toContain(PASSWORD);
  expect(all).not.toContain(office.code);
});
