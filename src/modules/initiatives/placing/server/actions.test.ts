import { afterAll, beforeAll, expect, test } from 'vitest';
import { reorganise, undoReorganisation } from '#modules/people/transition/server/actions.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, units } from '../../../../../tests/support/cast.ts';
import { countedIn, send } from '../../../../../tests/support/initiatives.ts';
import { placeRegistrations } from './actions.ts';
import { dividedUnits, placingRows } from './queries.ts';

let cast: Cast;
let act: number;
let made: Map<string, number>;
let initiative: number;
let second: number;
beforeAll(async () => {
  cast = await openCast();
  initiative = (await send(cast, 'registrant', { levels: ['commune', 'district'], place: 'Ấp Hòa Bình, 40 hộ.' }))
    .initiativeId;
  second = (await send(cast, 'registrant', { name: 'Mô hình khác' })).initiativeId;
  const done = await reorganise(cast.contextFor('administrator'), { resolution: '2/NQ', plan: divide });
  act = done.id;
  made = new Map(done.made);
});
afterAll(() => cast.close());

const divide = {
  effectiveOn: '2026-02-01',
  created: ['n', 's'].map((key) => ({
    key,
    name: `Xã Mới ${key}`,
    kind: 'commune',
    code: null,
    parent: units.district,
  })),
  ended: [units.commune],
  changed: [],
  successions: ['n', 's'].map((to) => ({ from: units.commune, to, share: 'part' as const })),
};
const keepers = () =>
  cast.asOwner<{ id: number; kept: number[] }>(
    `select i.id, array_agg(distinct r.keeper_unit_id) || i.keeper_unit_id as kept
     from initiative i join registration r on r.initiative_id = i.id group by i.id order by i.id`,
  );
const counted = () =>
  cast.asOwner(
    `select keeper_unit_id as keeper, sum(registered)::integer as n from registration_count where level = 'any'
     group by 1 having sum(registered) > 0 order by 1`,
  );
const place = (person: 'administrator' | 'district_officer' | 'other_officer' | 'auditor', to: number, ids: number[]) =>
  placeRegistrations(cast.contextFor(person), {
    id: act,
    fromUnitId: units.commune,
    toUnitId: to,
    initiatives: ids,
  });

test('what was recorded at a divided unit is found by what its form says of the place', async () => {
  const ctx = cast.contextFor('district_officer');
  const [divided] = await read(ctx, (db) => dividedUnits(db, act));
  expect(divided).toMatchObject({ id: units.commune, name: 'Xã Đông Một', waiting: 2, placed: 0 });
  expect(divided?.successors.map(({ name }) => name)).toEqual(['Xã Mới n', 'Xã Mới s']);
  const find = (asked: object) => read(ctx, (db) => placingRows(db, act, { from: units.commune, ...asked }));
  expect((await find({ place: 'ap hoa binh' })).rows.map(({ id }) => id)).toEqual([initiative]);
  expect((await find({ registrant: 'phu nu' })).rows).toHaveLength(2);
});

test('others than administrators and officers above it are refused, and so is what is no successor', async () => {
  const to = made.get('n') as number;
  for (const person of ['other_officer', 'auditor'] as const)
    await expect(place(person, to, [initiative])).rejects.toMatchObject({
      kind: 'forbidden',
      reason: { code: 'registration.why_not.place' },
    });
  await expect(place('district_officer', units.sibling, [initiative])).rejects.toMatchObject({
    fields: { toUnitId: { code: 'registration.place.no_successor' } },
  });
});

test('a model goes to its successor with all its registrations; counters and time line follow', async () => {
  const [n, s] = [made.get('n') as number, made.get('s') as number];
  expect((await place('district_officer', n, [initiative, second])).placed).toHaveLength(3);
  expect((await place('district_officer', s, [second])).placed).toHaveLength(1);
  expect(await keepers()).toEqual([
    { id: initiative, kept: [n, n] },
    { id: second, kept: [s, s] },
  ]);
  expect(await counted()).toEqual([n, s].map((keeper) => ({ keeper, n: 1 })));
  expect(await countedIn(cast)).toMatchObject({ commune: 2, district: 1, any: 2 });
  const told = await cast.asOwner(`select act, reason from registration_event where act = 'place' order by id`);
  expect(told.at(-1)).toEqual({ act: 'place', reason: 'Xã Mới s' });
  await expect(place('district_officer', s, [second])).rejects.toMatchObject({
    reason: { code: 'registration.place.placed_already' },
  });
});

test('with the act taken back every model is where it was', async () => {
  await undoReorganisation(cast.contextFor('administrator'), { id: act });
  expect(await keepers()).toEqual([initiative, second].map((id) => ({ id, kept: [units.commune, units.commune] })));
  expect(await counted()).toEqual([{ keeper: units.commune, n: 2 }]);
  expect(await cast.asOwner('select from placement')).toEqual([]);
});
