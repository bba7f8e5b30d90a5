import { afterAll, beforeAll, expect, test } from 'vitest';
import { SESSION_COOKIE } from '#modules/people/session/rules.ts';
import { enterPeople, tokenOf } from '../support/administered.ts';
import { ask } from '../support/asking.ts';
import { type Cast, openCast, units } from '../support/cast.ts';
import { siteOf } from '../support/portal.ts';
import type { Site } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const AT_ONCE = 50;
let cast: Cast;
let site: Site;
let session: string;
let sibling: string;
beforeAll(async () => {
  cast = await openCast();
  const people = await enterPeople(cast, {
    at_district: { home: 'district', duties: [['people_administrator', 'district']] },
    elsewhere: { home: 'otherDistrict', duties: [['people_administrator', 'otherDistrict']] },
  });
  session = await tokenOf(cast, people.at_district.id);
  sibling = await tokenOf(cast, people.elsewhere.id);
  await cast.asOwner(`update person set email = 'da.co@example.vn' where full_name = 'registrant'`);
  site = await siteOf(cast);
});
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

const form = (email: string) => ({
  unitId: String(units.commune),
  fullName: 'Lê Thị Hoa',
  email,
  role: 'commune_officer',
  reason: 'Phụ trách khối dân vận.',
});
const send = (email: string) =>
  new Visitor(site.origin).post(`/xin-tai-khoan?don-vi=${units.commune}`, form(email), { origin: site.origin });
const lastId = async () =>
  (await cast.asOwner<{ id: number }>('select max(id) as id from account_request'))[0]?.id as number;
const tally = (statuses: readonly number[]) =>
  Object.fromEntries([...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]));
const press = (path: string, fields: (n: number) => Record<string, string>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, n) => ask(site.origin, session, path, fields(n))));

test('a known address is answered as an unknown one is, and asks nothing of anybody', async () => {
  const answers = [await send('chua.co@example.vn'), await send('da.co@example.vn'), await send('da.co@example.vn')];
  const told = answers.map(({ status, location, body, headers }) => [
    status,
    location,
    body,
    Object.keys(headers).sort(),
  ]);
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
  expect(told[0]?.[1]).toBe('/xin-tai-khoan?sent');
});

test('a request pressed fifty times at once is answered once, with a yes or a no', async () => {
  const id = String(await lastId());
  const refuse = (n: number) => ({ id, answer: `Lần ${n}` });
  expect((await ask(site.origin, sibling, '/office/people/requests?/refuse', refuse(0))).status).toBe(404);
  const outcomes = await press('/office/people/requests?/refuse', refuse);
  expect(tally(outcomes.map(({ status }) => status))).toEqual({ 303: 1, 409: AT_ONCE - 1 });
  await send('lan.nua@example.vn');
  const next = String(await lastId());
  const approved = await press('/office/people/requests?/approve', () => ({ id: next }));
  expect(tally(approved.map(({ status }) => status))).toEqual({ 200: 1, 409: AT_ONCE - 1 });
  const [made] = await cast.asOwner<{ n: number }>(
    `select count(*)::int as n from person where full_name = 'Lê Thị Hoa'`,
  );
  expect(made?.n).toBe(1);
});

test('a duty given fifty times at once is given once, and ended once', async () => {
  const [person] = await cast.asOwner<{ id: number }>(`select id from person where full_name = 'Lê Thị Hoa'`);
  const path = `/office/people/${person?.id}`;
  const given = await press(`${path}?/give`, () => ({ role: 'committee_member', unitId: String(units.sibling) }));
  expect(tally(given.map(({ status }) => status))).toEqual({ 303: 1, 409: AT_ONCE - 1 });
  const [duty] = await cast.asOwner<{ id: number }>(
    `select id from appointment where person_id = $1 and role = 'committee_member'`,
    [person?.id],
  );
  const ended = await press(`${path}?/end`, () => ({ id: String(duty?.id) }));
  expect(tally(ended.map(({ status }) => status))).toEqual({ 303: 1, 404: AT_ONCE - 1 });
});

test('a list pressed fifty times at once is written once, and invites each of its people once', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => `Người ${n},${units.commune === 4 ? '01101' : ''},commune_officer`);
  const file = new File([`name,unit,role\n${rows.join('\n')}\n`], 'ds.csv', { type: 'text/csv' });
  const { location } = await ask(site.origin, session, '/office/people/import', { file } as never);
  expect(location).toMatch(/^\/office\/people\/import\/\d+$/);
  expect((await ask(site.origin, sibling, `${location}?/apply`, {})).status).toBe(404);
  const written = await press(`${location}?/apply`, () => ({}));
  expect(tally(written.map(({ status }) => status))).toEqual({ 303: 1, 409: AT_ONCE - 1 });
  await press(`${location}?/invite`, () => ({}));
  const [counts] = await cast.asOwner<{ people: number; invited: number }>(
    `select count(distinct p.id)::int as people, count(i.id)::int as invited from person p left join invitation i on i.person_id = p.id
     where p.full_name like 'Người %'`,
  );
  expect(counts).toEqual({ people: 20, invited: 20 });
}, 60_000);

test('the look-up of people asks for a duty, and names nobody from elsewhere', async () => {
  const visitor = new Visitor(site.origin);
  visitor.cookies.set(SESSION_COOKIE, session);
  const page = await visitor.get('/office/people?q=officer');
  expect(page.body).toContain('commune_officer');
  for (const name of ['other officer', 'provincial officer', 'other district officer'])
    expect(page.body).not.toContain(name);
  for (const path of ['/office/people/9', '/office/people/12', '/office/people/7', '/office/people/999'])
    expect([path, (await visitor.get(path)).status]).toEqual([path, path.endsWith('/9') ? 200 : 404]);
});
