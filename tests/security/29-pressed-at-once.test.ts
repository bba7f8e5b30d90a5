import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/asking.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../support/cast.ts';
import { draftOf, leadTo, send } from '../support/initiatives.ts';
import { emptyDatabase } from '../support/office.ts';
import { siteOf } from '../support/portal.ts';
import { receiveList } from '../support/registers.ts';
import { type Site, startSite } from '../support/site.ts';

const AT_ONCE = 50;

let cast: Cast;
let site: Site;
beforeAll(async () => {
  cast = await openCast();
  site = await siteOf(cast);
});
afterAll(async () => {
  await site?.stop();
  await cast?.close();
});

type Outcome = { status: number; location: string };

/** The same form fifty times at the same moment; with `key` as one page would send it, without as fifty pages would. */
async function press(
  person: PersonName,
  path: string,
  form: (n: number) => Record<string, string>,
): Promise<Outcome[]> {
  const session = await cast.sessionOf(person);
  const sent = Array.from({ length: AT_ONCE }, (_, n) => ask(site.origin, session, path, form(n)));
  return (await Promise.all(sent)).map(({ status, location }) => ({ status, location }));
}

const tally = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(
    Map.groupBy(outcomes, (each) => each.status)
      .entries()
      .map(([status, all]) => [status, all.length]),
  );
const places = (outcomes: readonly Outcome[]) => new Set(outcomes.map((each) => each.location));
const count = async (from: string, values: unknown[] = []) =>
  (await cast.asOwner<{ n: number }>(`select count(*)::int as n from ${from}`, values))[0]?.n;

describe('a draft', () => {
  test('that is sent fifty times at once is one registration, and every press lands on its receipt', async () => {
    const id = await draftOf(cast, 'registrant', { name: 'Gửi một lần' });
    const outcomes = await press('registrant', `/office/drafts/${id}/review`, () => ({ key: `draft-${id}` }));
    expect(tally(outcomes)).toEqual({ 303: AT_ONCE });
    expect(places(outcomes).size).toBe(1);
    expect(await count(`registration where name = 'Gửi một lần'`)).toBe(1);
    expect(await count(`audit_event where act = 'registration.submit'`)).toBe(1);
  });

  test('that is sent from fifty pages is one registration too', async () => {
    const id = await draftOf(cast, 'registrant', { name: 'Gửi từ nhiều trang' });
    const outcomes = await press('registrant', `/office/drafts/${id}/review`, (n) => ({ key: `other-${n}` }));
    expect(tally(outcomes)[303]).toBe(1);
    expect(outcomes.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await count(`registration where name = 'Gửi từ nhiều trang'`)).toBe(1);
  });

  test('that is saved fifty times over one version keeps one text, and tells the others', async () => {
    const id = await draftOf(cast, 'registrant', { name: 'Bản gốc' });
    const save = (n: number) => ({ version: '2', name: `Bản thứ ${n}` });
    const outcomes = await press('registrant', `/office/drafts/${id}/autosave`, save);
    expect(tally(outcomes)).toEqual({ 200: 1, 409: AT_ONCE - 1 });
    const [draft] = await cast.asOwner<{ version: number }>('select version from draft where id = $1', [id]);
    expect(draft?.version).toBe(3);
  });
});

describe('a batch', () => {
  const page = `/office/decisions/new?cycle=${cycles.current}&level=commune&unit=${units.commune}&/recognise`;
  const proposed = async (name: string) => {
    const [id = 0] = (await send(cast, 'registrant', { name })).registrationIds;
    await leadTo(cast, id, 'proposed');
    const [row] = await cast.asOwner<{ version: number }>('select version from registration where id = $1', [id]);
    return { id, picked: `${id}-${row?.version}` };
  };
  const head = { decidedOn: '05/03/2026', signer: 'Người ký mẫu', signerPost: '' };

  test('that is recognised fifty times at once stands under one decision', async () => {
    const { id, picked } = await proposed('Công nhận một lần');
    const form = { ...head, number: '1-QĐ/BCĐ', picked, key: 'one-page' };
    const outcomes = await press('commune_officer', page, () => form);
    expect(tally(outcomes)).toEqual({ 303: AT_ONCE });
    expect(places(outcomes).size).toBe(1);
    expect(await count('decision')).toBe(1);
    expect(await count(`registration_event where registration_id = $1 and act = 'recognise'`, [id])).toBe(1);
  });

  test('under fifty numbers is recognised by the one that came first', async () => {
    const { id, picked } = await proposed('Công nhận bởi một quyết định');
    const before = (await count('decision')) ?? 0;
    const outcomes = await press('commune_officer', page, (n) => ({
      ...head,
      number: `${n + 2}-QĐ/BCĐ`,
      picked,
      key: `page-${n}`,
    }));
    expect(tally(outcomes)).toEqual({ 303: 1, 409: AT_ONCE - 1 });
    expect(await count('decision')).toBe(before + 1);
    expect(await count(`registration_event where registration_id = $1 and act = 'recognise'`, [id])).toBe(1);
  });
});

describe('a list', () => {
  const rows = (who: string) => `1 | Mô hình ${who} | Chi hội ${who} | Xã Đông Một | KT | x | |`;
  const receive = (who: string) =>
    receiveList(cast, rows(who), { cycleId: cycles.current, unitId: units.commune }, 'commune_officer');

  test.each([
    ['one page', () => ({ key: 'one-page' }), { 303: AT_ONCE }],
    ['fifty pages', (n: number) => ({ key: `page-${n}` }), { 303: 1, 409: AT_ONCE - 1 }],
  ])('that is written fifty times at once from %s is written once, and undone once', async (from, key, expected) => {
    const id = await receive(from);
    const written = await press('commune_officer', `/office/registers/${id}?/write`, (n) => ({
      results: 'none',
      ...key(n),
    }));
    expect(tally(written)).toEqual(expected);
    expect(await count('registration where name = $1', [`Mô hình ${from}`])).toBe(1);
    const undone = await press('commune_officer', `/office/registers/${id}/undo`, key);
    expect(tally(undone)).toEqual(expected);
    expect(
      await count(
        `registration_event e join registration r on r.id = e.registration_id where r.name = $1 and act = 'annul'`,
        [`Mô hình ${from}`],
      ),
    ).toBe(1);
  });

  test('that was taken in twice and is written from both at once makes each model once', async () => {
    const ids = [await receive('hai lần'), await receive('hai lần')];
    const session = await cast.sessionOf('commune_officer');
    const writes = ids.map((id) => ask(site.origin, session, `/office/registers/${id}?/write`, { results: 'none' }));
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual([303, 303]);
    expect(await count(`registration where name = 'Mô hình hai lần'`)).toBe(1);
  });
});

test('fifty first visitors with the code make one administrator', async () => {
  const database = await emptyDatabase();
  await database.close();
  const empty = await startSite({ KHEO_DEMO: '0' }, { url: database.url, drop: async () => {} });
  try {
    const code = /one-time code: (\S+)/.exec(empty.said())?.[1] ?? '';
    const who = (n: number) => ({
      code,
      fullName: `Người ${n}`,
      username: `nguoi.${n}`,
      password: 'ba bờ dừa xanh',
      provinceName: 'Tỉnh Mẫu',
      provinceNumber: '91',
    });
    const sent = Array.from({ length: AT_ONCE }, (_, n) => ask(empty.origin, null, '/thiet-lap', who(n)));
    const outcomes = await Promise.all(sent);
    expect(tally(outcomes)).toEqual({ 303: 1, 403: AT_ONCE - 1 });
  } finally {
    await empty.stop();
  }
});
