import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Context } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { actorOf, type Cast, NOW, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { mayMove } from '../../../initiatives/registration/policy.ts';
import { registrationsById } from '../../../initiatives/registration/server/queries-by-id.ts';
import { scopeOf } from '../../scope/rules.ts';
import { openSession, tokenHash } from '../../session/server/queries.ts';
import type { BodyKind } from '../rules.ts';
import { changeBody, createBody, dissolveBody } from './actions.ts';
import { addMember, addRegulation, endMember } from './actions-members.ts';
import { bodyPage, listBodies, regulationOf } from './queries.ts';

const FACTS = { foundingNumber: '125-QĐ/HU', foundedOn: '01/02/2026' };
let cast: Cast;
let registration: number;
let bodyId: number;
let made = 0;
beforeAll(async () => {
  cast = await openCast();
  registration = (await send(cast)).registrationIds[0] as number;
});
afterAll(() => cast.close());
beforeEach(async () => {
  bodyId = await found('steering_committee');
});

const found = async (kind: BodyKind) => {
  const name = `Ban số ${++made}`;
  return (await createBody(cast.contextFor('commune_officer'), { ...FACTS, kind, name, unitId: units.commune })).id;
};
const add = (person: string, more: object = {}, id = bodyId) =>
  addMember(cast.contextFor('commune_officer'), { id, username: person, role: 'member', from: '01/03/2026', ...more });

/** Who signs in on a day, as the cookie would have it. */
async function enter(person: PersonName, now = NOW): Promise<Context> {
  const token = randomBytes(16).toString('hex');
  await cast.asOwner(
    `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 day')`,
    [tokenHash(token), actorOf(person).id, now],
  );
  const session = await openSession(cast.database, token, now);
  if (!session) throw new Error('no session');
  return { database: cast.database, actor: session.actor, scope: scopeOf(session.actor), now, requestId: 'test' };
}
const seesModel = async (ctx: Context) =>
  (await read(ctx, (db) => registrationsById(db, ctx, [registration]))).length > 0;
const seesBody = async (ctx: Context) =>
  (await read(ctx, (db) => listBodies(db, ctx))).some((each) => each.id === bodyId);

test('a member from anywhere reads and judges at the unit while the membership lasts, and not a day longer', async () => {
  expect(await seesModel(await enter('other_officer'))).toBe(false);
  const { memberId } = await add('other_officer');
  const member = await enter('other_officer');
  expect([await seesModel(member), await seesBody(member)]).toEqual([true, true]);
  const [row] = await read(member, (db) => registrationsById(db, member, [registration]));
  expect(mayMove(member.actor, { ...row, state: 'self_assessed' } as never, 'propose')).toBe(true);
  const before = await enter('other_officer', new Date('2026-02-28T09:00:00+07:00'));
  expect([await seesModel(before), await seesBody(before)]).toEqual([false, false]);

  await endMember(cast.contextFor('commune_officer'), { id: bodyId, memberId, on: '10/03/2026' });
  const after = await enter('other_officer');
  expect([await seesModel(after), await seesBody(after)]).toEqual([false, false]);
  // What they were appointed to otherwise is as it was.
  expect(after.actor.appointments.map((each) => each.role)).toEqual(['commune_officer']);
});

test('a working group brings its page, and nothing of its unit', async () => {
  const group = await found('working_group');
  await add('other_officer', {}, group);
  const ctx = await enter('other_officer');
  expect(await seesModel(ctx)).toBe(false);
  const page = await read(ctx, (db) => bodyPage(db, ctx, group, '2026-03-10'));
  expect(page.members).toMatchObject([{ name: 'other officer', unit: 'Xã Tây Một', role: 'member' }]);
  expect(page.may).toEqual({ code: 'body.only_its_unit' });
  await dissolveBody(cast.contextFor('administrator'), { id: group, on: '10/03/2026' });
  expect((await enter('other_officer')).actor.bodies).toEqual([]);
});

test('dissolved, it ends every membership and the duties that came with it', async () => {
  await add('other_officer');
  await add('other_registrant', { role: 'head' });
  await dissolveBody(cast.contextFor('commune_officer'), { id: bodyId, on: '10/03/2026' });
  for (const person of ['other_officer', 'other_registrant'] as const)
    expect(await seesModel(await enter(person))).toBe(false);
  await expect(add('other_officer', { from: '11/03/2026' })).rejects.toMatchObject({ status: 409 });
});

test('one head at a time, nobody twice, nobody before it was founded; people without an account by name', async () => {
  const { memberId } = await add('other_officer', { role: 'head', charge: 'Hội Liên hiệp Phụ nữ' });
  const refused = (field: string, code: string) => ({ fields: { [field]: { code } } });
  await expect(add('sibling_officer', { role: 'head' })).rejects.toMatchObject(refused('role', 'body.role_taken'));
  await expect(add('other_officer')).rejects.toMatchObject(refused('username', 'body.member_already'));
  await expect(add('khong.co')).rejects.toMatchObject(refused('username', 'body.person_unknown'));
  await expect(add('', {})).rejects.toMatchObject(refused('username', 'body.person_missing'));
  await expect(add('auditor', { from: '31/01/2026' })).rejects.toMatchObject(refused('from', 'body.before_founding'));
  const manager = cast.contextFor('commune_officer');
  await endMember(manager, { id: bodyId, memberId, on: '05/03/2026' });
  await add('', { fullName: 'Người Mẫu', role: 'head', from: '05/03/2026' });
  const heads = async (day: string) =>
    (await read(manager, (db) => bodyPage(db, manager, bodyId, day))).members.map((each) => each.name);
  expect([await heads('2026-03-04'), await heads('2026-03-05')]).toEqual([['other officer'], ['Người Mẫu']]);
});

test.each([
  ['committee_member', 403],
  ['district_officer', 403],
  ['auditor', 403],
  ['sibling_officer', 404],
  ['registrant', 404],
  ['sector_officer', 404],
] as const)('%s changes nothing: %i', async (person, status) => {
  const ctx = cast.contextFor(person);
  const acts = [
    () => changeBody(ctx, { id: bodyId, name: 'Khác', ...FACTS }),
    () => dissolveBody(ctx, { id: bodyId, on: '10/03/2026' }),
    () => addMember(ctx, { id: bodyId, username: person, role: 'head', from: '01/03/2026' }),
    () => addRegulation(ctx, { id: bodyId, file: { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') } }),
  ];
  for (const act of acts) await expect(act()).rejects.toMatchObject({ status });
});

test('a regulation comes back byte for byte, to whoever sees the body; other kinds of file are refused', async () => {
  const ctx = cast.contextFor('commune_officer');
  const give = (text: string) => addRegulation(ctx, { id: bodyId, file: { name: 'a.pdf', bytes: Buffer.from(text) } });
  const { fileId } = await give('%PDF-1.7 quy chế');
  const file = await read(ctx, (db) => regulationOf(db, bodyId, fileId));
  expect([file.type, file.bytes.toString()]).toEqual(['application/pdf', '%PDF-1.7 quy chế']);
  await expect(give('<script>')).rejects.toMatchObject({ fields: { file: { code: 'body.file_type' } } });
  const stranger = cast.contextFor('sibling_officer');
  await expect(read(stranger, (db) => regulationOf(db, bodyId, fileId))).rejects.toMatchObject({ status: 404 });
});
