import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Extra, enterPeople, signedIn } from '../../../../../tests/support/administered.ts';
import { actorOf, type Cast, NOW, openCast, units } from '../../../../../tests/support/cast.ts';
import { PUBLIC, publicScope, SYSTEM, systemScope } from '../../scope/rules.ts';
import { REQUEST } from '../rules.ts';
import { approveRequest, refuseRequest, sweepRequests } from './actions.ts';
import { askForAccount } from './actions-ask.ts';
import { dutiesOf, openRequests } from './queries.ts';

const PEOPLE = {
  at_district: { home: 'district', duties: [['people_administrator', 'district']] },
  at_commune: { home: 'commune', duties: [['people_administrator', 'commune']] },
} as const satisfies Record<string, Extra>;

let cast: Cast;
const people = {} as Record<keyof typeof PEOPLE | 'administrator' | 'officer', Awaited<ReturnType<typeof signedIn>>>;
beforeAll(async () => {
  cast = await openCast();
  const made = await enterPeople(cast, PEOPLE);
  people.at_district = await signedIn(cast, made.at_district.id);
  people.at_commune = await signedIn(cast, made.at_commune.id);
  people.administrator = await signedIn(cast, actorOf('administrator').id as number);
  people.officer = await signedIn(cast, actorOf('district_officer').id as number);
});
afterAll(() => cast.close());

const context = (now: Date, who: object) => ({ database: cast.database, now, requestId: 'test', ...who }) as never;
const stranger = (now = NOW) => context(now, { actor: PUBLIC, scope: publicScope() });
const system = (now: Date) => context(now, { actor: SYSTEM, scope: systemScope() });
let asked = 0;
const wish = (more: object = {}) => ({
  fullName: 'Lê Thị Hoa',
  email: `hoa.${++asked}@example.vn`,
  unitId: units.commune,
  role: 'commune_officer' as const,
  reason: 'Phụ trách khối dân vận xã.',
  address: `198.51.100.${asked}`,
  language: 'vi' as const,
  ...more,
});
async function request(more: object = {}): Promise<number> {
  await askForAccount(stranger(), wish(more));
  const [row] = await cast.asOwner<{ id: number }>('select max(id) as id from account_request');
  return row?.id as number;
}
const duties = (name: keyof typeof people) =>
  read(people[name], async (db) => (await dutiesOf(db, people[name])).flatMap((duty) => duty.names));

test('a request waits for who administers people above its unit, not at it, and for administrators where nobody does', async () => {
  const id = await request({ fullName: 'Người Xã' });
  const atDistrict = await request({ fullName: 'Người Huyện', unitId: units.district, role: 'district_officer' });
  expect(await duties('at_district')).toEqual(['Người Xã']);
  expect(await duties('at_commune')).toEqual([]);
  expect(await duties('administrator')).toEqual(['Người Huyện']);
  expect(await duties('officer')).toEqual([]);
  const listed = await read(people.administrator, (db) => openRequests(db, people.administrator));
  expect(listed.map((each) => each.fullName)).toEqual(['Người Xã', 'Người Huyện']);

  await expect(approveRequest(people.at_commune, { id })).rejects.toMatchObject({ kind: 'missing' });
  await expect(approveRequest(people.officer, { id })).rejects.toMatchObject({ kind: 'missing' });
  await expect(refuseRequest(people.at_district, { id: atDistrict, answer: 'x' })).rejects.toMatchObject({
    kind: 'missing',
  });
  const { personId, link } = await approveRequest(people.at_district, { id });
  expect(link).toContain('/loi-moi?ma=');
  const [duty] = await cast.asOwner(
    'select role, unit_id, granted_by = $2 as theirs from appointment where person_id = $1',
    [personId, people.at_district.actor.id],
  );
  expect(duty).toEqual({ role: 'commune_officer', unit_id: units.commune, theirs: true });
  expect(await duties('at_district')).toEqual([]);
  await refuseRequest(people.administrator, { id: atDistrict, answer: 'Đã có người.' });
});

test('of fifty answers at once one counts', async () => {
  const id = await request();
  const before = await cast.asOwner('select count(*)::int as n from person');
  const answers = Array.from({ length: 50 }, (_, n) =>
    n % 2 ? approveRequest(people.at_district, { id }) : refuseRequest(people.at_district, { id, answer: 'Không.' }),
  );
  const ended = await Promise.allSettled(answers);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of ended)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ reason: { code: 'account_request.decided' } });
  const [{ n } = { n: 0 }] = await cast.asOwner<{ n: number }>('select count(*)::int as n from person');
  const [row] = await cast.asOwner<{ state: string }>('select state from account_request where id = $1', [id]);
  expect(n - (before[0] as { n: number }).n).toBe(row?.state === 'approved' ? 1 : 0);
});

test('what is asked for twice waits once, and a known address is answered like any other', async () => {
  const twice = wish();
  await askForAccount(stranger(), twice);
  await askForAccount(stranger(), { ...twice, fullName: 'Kẻ Khác', address: '203.0.113.9' });
  const rows = await cast.asOwner('select full_name from account_request where email = $1', [twice.email]);
  expect(rows).toEqual([{ full_name: 'Lê Thị Hoa' }]);
  await cast.asOwner(`update person set email = 'co.roi@example.vn' where id = 2`);
  const id = await request({ email: 'co.roi@example.vn' });
  await expect(approveRequest(people.at_district, { id })).rejects.toMatchObject({
    reason: { code: 'account_request.address_taken' },
  });
});

test('ten in an hour from one place, or for one address, are enough', async () => {
  const later = (minutes: number) => stranger(new Date(NOW.getTime() + minutes * 60_000));
  const place = { address: '192.0.2.77' };
  for (let time = 0; time < 10; time++) await askForAccount(stranger(), wish(place));
  const full = { kind: 'too_many', reason: { code: 'account_request.too_many', params: { minutes: 60 } } };
  await expect(askForAccount(stranger(), wish(place))).rejects.toMatchObject(full);
  await expect(askForAccount(later(59), wish(place))).rejects.toMatchObject({ kind: 'too_many' });
  await askForAccount(later(60), wish(place));
  for (let time = 0; time < 10; time++) await askForAccount(stranger(), wish({ email: 'mot@example.vn' }));
  await expect(askForAccount(stranger(), wish({ email: 'MOT@example.vn' }))).rejects.toMatchObject(full);
});

test('what is wrong is said at its field, and who is in asks for nothing', async () => {
  const cases: [object, string][] = [
    [{ email: '', phone: '' }, 'email'],
    [{ phone: '12' }, 'phone'],
    [{ role: 'provincial_officer' }, 'unitId'],
    [{ role: 'administrator' }, 'role'],
    [{ role: 'people_administrator' }, 'role'],
    [{ role: 'registrant' }, 'registrant'],
    [{ unitId: 99 }, 'unitId'],
    [{ reason: ' ' }, 'reason'],
  ];
  for (const [change, field] of cases)
    await expect(async () => askForAccount(stranger(), { ...wish(), ...change })).rejects.toMatchObject({
      fields: { [field]: expect.anything() },
    });
  await expect(askForAccount(people.officer, wish())).rejects.toMatchObject({ kind: 'forbidden' });
});

test('a request that nobody answers ends by itself, and what was typed goes out of it a day later', async () => {
  const id = await request({ phone: '0912 345 678' });
  const refused = await request();
  await refuseRequest(people.at_district, { id: refused, answer: 'Không thuộc xã.' });
  const over = new Date(NOW.getTime() + REQUEST.life);
  await expect(refuseRequest({ ...people.at_district, now: over }, { id, answer: 'x' })).rejects.toMatchObject({
    kind: 'conflict',
  });
  await sweepRequests(system(over), {});
  const typed = `select full_name, email, phone, reason, answer, state from account_request where id = $1`;
  const gone = { full_name: '', email: null, phone: null, reason: '', answer: '' };
  expect(await cast.asOwner(typed, [refused])).toEqual([{ ...gone, state: 'refused' }]);
  expect(await cast.asOwner(typed, [id])).toMatchObject([{ phone: '0912345678', state: 'expired' }]);
  await sweepRequests(system(new Date(over.getTime() + REQUEST.kept)), {});
  expect(await cast.asOwner(typed, [id])).toEqual([{ ...gone, state: 'expired' }]);
  const [trace] = await cast.asOwner<{ after: string }>(
    `select after::text from audit_event where act = 'account_request.refuse' order by id desc limit 1`,
  );
  expect(trace?.after).not.toMatch(/Hoa|Không thuộc|@/);
});
