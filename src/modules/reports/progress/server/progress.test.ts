import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { recognised } from '../../../../../tests/support/recognised.ts';
import { putForward } from '../../../decisions/forward/server/actions.ts';
import { forwardPage } from '../../../decisions/forward/server/queries.ts';
import {
  acceptRegistration,
  returnRegistration,
  withdrawRegistration,
} from '../../../initiatives/registration/server/actions-moves.ts';
import { fillTargets, setTargets } from '../../../movements/target/server/actions.ts';
import { progressPage } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const page = (person: PersonName, unit?: number) =>
  read(as(person), (db) => progressPage(db, as(person), cycles.current, unit, 'vi'));
const asked = async (person: PersonName = 'district_officer') =>
  (await page(person)).rows.map(({ id, wanted, forwardMost }) => [id, wanted, forwardMost]);
const ROW = { unitId: units.commune, wanted: '4', forwardMost: '1' };
const PLACE = { cycleId: cycles.current, unitId: units.district };
const set = (person: PersonName, over: object = {}) => setTargets(as(person), { ...PLACE, rows: [ROW], ...over });

test('the unit above sets what is asked of those under it: in a table, shared out, pasted; nobody asks it of themselves', async () => {
  await set('district_officer');
  await fillTargets(as('district_officer'), { ...PLACE, column: 'wanted', how: 'share', number: '5' });
  const [first, second] = await asked();
  expect([first, second]).toEqual([
    [units.commune, 3, 1],
    [units.sibling, 2, null],
  ]);
  const [{ name }] = (await cast.asOwner<{ name: string }>('select name from unit_name where unit_id = $1', [
    units.sibling,
  ])) as [{ name: string }];
  await fillTargets(as('district_officer'), { ...PLACE, column: 'forwardMost', how: 'paste', pasted: `${name}\t7` });
  expect(await asked()).toEqual([first, [units.sibling, 2, 7]]);
  await expect(
    fillTargets(as('district_officer'), { ...PLACE, column: 'wanted', how: 'paste', pasted: 'Không đâu 3' }),
  ).rejects.toMatchObject({ fields: { pasted: { code: 'target.unread' } } });
  await set('district_officer', { rows: [{ ...ROW, unitId: units.sibling, wanted: '', forwardMost: '' }] });
  expect((await asked())[1]).toEqual([units.sibling, null, null]);

  for (const person of ['commune_officer', 'provincial_officer', 'committee_member', 'administrator'] as const)
    await expect(set(person)).rejects.toMatchObject({ kind: 'forbidden', reason: { code: 'target.only_superior' } });
  await expect(set('district_officer', { rows: [{ ...ROW, unitId: units.otherCommune }] })).rejects.toMatchObject({
    kind: 'conflict',
    reason: { code: 'target.not_under' },
  });
  await expect(set('district_officer', { rows: [{ ...ROW, wanted: 'ba' }] })).rejects.toMatchObject({
    fields: { 'rows.0.wanted': { code: 'target.number_wrong' } },
  });
});

test('progress stands beside the target, above and at the unit itself; a unit sees no other’s', async () => {
  await set('district_officer');
  await send(cast, 'registrant', { name: 'Một mô hình đã đăng ký' });
  await recognised(cast, 'Một mô hình đã công nhận');
  const known = { wanted: 4, registered: 2, recognised: 1, registeredRate: 50, recognisedRate: 25 };
  expect((await page('district_officer')).rows[0]).toMatchObject(known);
  const own = await page('commune_officer');
  expect(own).toMatchObject({ own: known, rows: [], may: true });
  await expect(page('commune_officer', units.sibling)).rejects.toMatchObject({ kind: 'missing' });
  expect((await page('auditor', units.district)).may).toEqual({ code: 'refusal.read_only' });
});

const FROM = { cycleId: cycles.current, level: 'commune', unitId: units.commune } as const;
const put = (person: PersonName, ids: number[]) => putForward(as(person), { ...FROM, ids, reason: 'Tốt nhất năm.' });
const best = () => read(as('commune_officer'), (db) => forwardPage(db, as('commune_officer'), FROM));

test('the best are put forward within the quota as registrations at the next level; what comes down says why', async () => {
  await set('district_officer');
  const ids: number[] = [];
  for (const name of ['Tổ tự quản', 'Tổ tiết kiệm']) ids.push((await recognised(cast, name)).registrationId);
  await cast.asOwner(
    `with rule as (insert into review_rule (cycle_id, level, aggregate, wanted, spread) values (2, 'commune', 'mean', 1, 20) returning cycle_id),
      made as (insert into team (cycle_id, level, unit_id, name) select cycle_id, 'commune', $2, 'x' from rule returning id)
    insert into staged_verdict (registration_id, team_id, verdict, counted, total, staged_by_name, at, applied_at)
      select $1, id, 'proposed', 1, 8000, 'x', now(), now() from made`,
    [ids[1], units.commune],
  );
  expect((await best()).best[0]).toMatchObject({ id: ids[1], score: 8000 });
  await expect(put('commune_officer', ids)).rejects.toMatchObject({
    kind: 'conflict',
    reason: { code: 'forward.beyond_quota', params: { most: 1, left: 1, count: 2 } },
  });
  for (const person of ['district_officer', 'auditor'] as const)
    await expect(put(person, [ids[0] as number])).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await put('committee_member', [ids[0] as number])).toEqual({ count: 1 });
  const { forwarded, left, best: remaining } = await best();
  expect([left, remaining.map((each) => each.id).includes(ids[0] as number)]).toEqual([0, false]);
  expect(forwarded).toMatchObject([{ name: 'Tổ tự quản', level: 'district', state: 'submitted', cameDown: null }]);
  await expect(put('commune_officer', [ids[1] as number])).rejects.toMatchObject({
    reason: { code: 'forward.beyond_quota' },
  });

  const above = forwarded[0]?.aboveId as number;
  await acceptRegistration(as('district_officer'), { id: above });
  await returnRegistration(as('district_officer'), { id: above, reason: 'Chưa rõ kết quả.' });
  expect((await best()).forwarded).toMatchObject([{ state: 'returned', cameDown: 'Chưa rõ kết quả.' }]);
  await withdrawRegistration(as('commune_officer'), { id: above, reason: 'Để năm sau.' });
  expect((await best()).left).toBe(1);
  expect((await page('district_officer')).rows[0]).toMatchObject({ forwardMost: 1, forwarded: 0 });
  const sent = await send(cast, 'registrant', { name: 'Chưa công nhận' });
  await expect(put('commune_officer', [sent.registrationIds[0] as number])).rejects.toMatchObject({
    reason: { code: 'forward.changed' },
  });
});
