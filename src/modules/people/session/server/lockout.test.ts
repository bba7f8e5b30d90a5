import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { contextFor, NOW, newOffice, PASSWORD, signInWhole } from '../../../../../tests/support/office.ts';
import { signIn } from './actions.ts';

let office: Awaited<ReturnType<typeof newOffice>>;
beforeAll(async () => {
  office = await newOffice();
});
afterAll(() => office.database.close());

const at = (seconds: number) => contextFor(office.database, new Date(NOW.getTime() + seconds * 1000));
const HOME = { address: '198.51.100.7', userAgent: 'Firefox' };
/** What a try from somewhere is answered: a session, or the word of the refusal. */
const tried = (username: string, password: string, from: object, seconds = 0) =>
  signIn(at(seconds), { username, password }, from).then(
    () => 'in',
    (failure) => failure.reason.code,
  );
/** Guesses from `places` addresses, `each` from every one. */
async function guess(username: string, places: number, each: number, network = '203.0.113') {
  for (let place = 0; place < places; place++)
    for (let time = 0; time < each; time++) await tried(username, 'sai mật khẩu', { address: `${network}.${place}` });
}

test('a stranger who guesses closes the name for the stranger’s own place, not for its owner', async () => {
  await office.add('chu.nha', 'committee_member');
  await guess('chu.nha', 1, 6);
  expect(await tried('chu.nha', PASSWORD, { address: '203.0.113.0' })).toBe('session.locked');
  expect(await tried('chu.nha', PASSWORD, HOME)).toBe('in');
});

test('guesses from everywhere slow new places down that guess too; who is right at once gets in', async () => {
  await office.add('bi.nham', 'committee_member');
  await guess('bi.nham', 7, 3);
  const stranger = { address: '192.0.2.1' };
  expect(await tried('bi.nham', 'sai mật khẩu', stranger)).toBe('session.wrong');
  expect(await tried('bi.nham', PASSWORD, stranger)).toBe('session.locked');
  expect(await tried('bi.nham', PASSWORD, stranger, 20)).toBe('in');
  expect(await tried('bi.nham', PASSWORD, HOME)).toBe('in');
});

test('a browser that was let in before stays its owner’s way in, even beside the guesser', async () => {
  await office.add('cung.phong', 'committee_member');
  const { device } = await signInWhole(at(0), { username: 'cung.phong', password: PASSWORD }, HOME);
  await guess('cung.phong', 1, 6, '198.51.100');
  const beside = { address: '198.51.100.0' };
  expect(await tried('cung.phong', PASSWORD, beside)).toBe('session.locked');
  expect(await tried('cung.phong', PASSWORD, { ...beside, device })).toBe('in');
});

test('it is of no use for another name, and closed by itself after five wrong tries', async () => {
  await office.add('hang.xom', 'committee_member');
  const { device } = await signInWhole(at(0), { username: 'hang.xom', password: PASSWORD }, HOME);
  const here = { address: '203.0.113.77', device };
  for (let time = 0; time < 5; time++) await tried('chu.nha', 'sai mật khẩu', here);
  expect(await tried('chu.nha', PASSWORD, here)).toBe('session.locked');
  expect(await tried('hang.xom', PASSWORD, here)).toBe('in');
  for (let time = 0; time < 5; time++) await tried('hang.xom', 'sai mật khẩu', here);
  expect(await tried('hang.xom', PASSWORD, here)).toBe('session.locked');
  expect(await tried('hang.xom', PASSWORD, { address: '203.0.113.77' })).toBe('in');
});

test('a browser is told once, and no more than twenty of a person are known', async () => {
  const { personId } = await office.add('nhieu.may', 'committee_member');
  const who = { username: 'nhieu.may', password: PASSWORD };
  const { device } = await signInWhole(at(0), who, HOME);
  expect((await signInWhole(at(1), who, { ...HOME, device })).device).toBeUndefined();
  for (let time = 0; time < 21; time++) await signIn(at(2 + time), who, HOME);
  const known = await read(office.system, (db) =>
    db.selectFrom('device').select('used_at').where('person_id', '=', personId).execute(),
  );
  expect(known).toHaveLength(20);
  expect((await signInWhole(at(60), who, { ...HOME, device })).device).toEqual(expect.any(String));
});

test('one address that guesses at many names is slowed for every name it tries', async () => {
  for (let name = 0; name < 34; name++) await guess(`ten.${name}`, 1, 3, '100.64.9');
  expect(await tried('quan.tri', PASSWORD, { address: '100.64.9.0' })).toBe('session.locked');
  expect(await tried('quan.tri', PASSWORD, { address: '100.64.9.1' })).toBe('in');
  expect(await tried('quan.tri', PASSWORD, { address: '100.64.9.0' }, 10)).toBe('in');
});
