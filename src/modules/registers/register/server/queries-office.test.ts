import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM, systemScope } from '#modules/people/scope/rules.ts';
import { reorganise } from '#modules/people/transition/server/actions.ts';
import { read } from '#platform/server/db.ts';
import { workbook } from '../../../../../tests/fixtures/workbook.ts';
import { type Cast, cycles, openCast, units } from '../../../../../tests/support/cast.ts';
import { LARGE_BYTES } from '../schema.ts';
import { discardRegister, receiveFile } from './actions.ts';
import { readWaiting } from './actions-pieces.ts';
import { registerPage } from './queries-page.ts';
import { batchById } from './store.ts';

let cast: Cast;
let merged: number;
beforeAll(async () => {
  cast = await openCast();
  const done = await reorganise(cast.contextFor('administrator'), {
    resolution: '5/NQ',
    plan: {
      effectiveOn: '2026-02-01',
      created: [{ key: 'n', name: 'Xã Đông Mới', kind: 'commune', code: '01103', parent: units.district }],
      ended: [units.commune, units.sibling],
      changed: [],
      successions: [units.commune, units.sibling].map((from) => ({ from, to: 'n', share: 'whole' as const })),
    },
  });
  merged = done.made[0]?.[1] as number;
});
afterAll(() => cast.close());

const listOf = (...places: string[]) =>
  workbook({
    A: [
      ['STT', 'Tên mô hình', 'Chủ thể', 'Đơn vị', 'Lĩnh vực'],
      ...places.map((place, at) => [String(at + 1), `Vườn mẫu ${at}`, 'Hội Nông dân', place, 'KT']),
    ],
  });
const ctx = () => cast.contextFor('provincial_officer');
const receive = (bytes: Uint8Array, unitId = merged, name = 'a.xlsx') =>
  receiveFile(ctx(), { unitId, cycleId: cycles.last, level: 'commune', file: { name, bytes } }, `${Math.random()}`);
const officeThatGot = async (id: number) => (await read(ctx(), (db) => batchById(db, ctx(), id)))?.unitId;

test('a list of an earlier year for a unit of today is of the one of that year that its rows name', async () => {
  expect(await officeThatGot(await receive(listOf('Xã Đông Hai', 'Xã Đông Một', 'Xã Đông Hai')))).toBe(units.sibling);
  expect(await officeThatGot(await receive(listOf('Xã Đông Hai', 'Xã Đông Một', 'Xã Đông Một')))).toBe(units.commune);
});

test('where the rows tell none apart, nothing is guessed: whoever sends the list is asked which unit it is', async () => {
  const asked = { fields: { unitId: { code: 'register.unit_several' } } };
  await expect(receive(listOf('', ''))).rejects.toMatchObject(asked);
  await expect(receive(listOf('Xã Đông Hai', 'Xã Đông Một'))).rejects.toMatchObject(asked);
  expect(await officeThatGot(await receive(listOf('', ''), units.sibling))).toBe(units.sibling);
});

test('a file that is no list at all is refused as one', async () => {
  const nameless = workbook({ A: [['Cột một', 'Cột hai'], ...Array.from({ length: 5 }, () => ['a', 'b'])] });
  await expect(receive(nameless)).rejects.toMatchObject({ fields: { file: expect.anything() } });
});

test('a unit above them that stood then is meant itself', async () => {
  expect(await officeThatGot(await receive(listOf('Xã Đông Hai'), units.district))).toBe(units.district);
});

describe('a list too large to be read at once', () => {
  const large = (place: string) => {
    const rows = Array.from(
      { length: 1_200 },
      (_, at) => `${at},Vườn ${at},Hội Nông dân,${place},${'x'.repeat(900)},KT`,
    );
    return new TextEncoder().encode(['STT,Tên mô hình,Chủ thể,Đơn vị,Ghi chú,Lĩnh vực', ...rows].join('\n'));
  };
  const readBy = (id: number) => readWaiting({ ...ctx(), actor: SYSTEM, scope: systemScope() }, id);

  test('is found its unit by the worker, as it reads', async () => {
    expect(large('Xã Đông Hai').length).toBeGreaterThan(LARGE_BYTES);
    const id = await receive(large('Xã Đông Hai'), merged, 'a.csv');
    expect(await officeThatGot(id)).toBe(units.commune);
    await readBy(id);
    expect(await officeThatGot(id)).toBe(units.sibling);
  });

  test('fails with the question where its rows tell none apart', async () => {
    const id = await receive(large(''), merged, 'a.csv');
    await readBy(id);
    const page = await read(ctx(), (db) => registerPage(db, ctx(), id, { page: 1, decided: false }));
    expect(page).toMatchObject({ batch: { state: 'failed' }, reached: { failure: 'register.unit_several' } });
  });
});

test('a unit that never was is refused', async () => {
  const code = 'register.unit.missing';
  await expect(receive(listOf('Xã Đông Hai'), 99_999)).rejects.toMatchObject({ fields: { unitId: { code } } });
});

test('a list of the current year whose unit ends before it is written says so, and can be thrown away', async () => {
  const sent = { unitId: units.otherCommune, cycleId: cycles.current, level: 'commune' };
  const id = await receiveFile(ctx(), { ...sent, file: { name: 'a.xlsx', bytes: listOf('Xã Tây Một') } }, 'before');
  for (const fact of ['name', 'kind', 'code', 'parent'])
    await cast.asOwner(`update unit_${fact} set valid = daterange(lower(valid), '2026-06-01') where unit_id = $1`, [
      units.otherCommune,
    ]);
  const page = await read(ctx(), (db) => registerPage(db, ctx(), id, { page: 1, decided: false }));
  expect(page).toMatchObject({ batch: { state: 'failed' }, reached: { failure: 'register.unit_not_then' } });
  await discardRegister(ctx(), { id });
  expect(await officeThatGot(id)).toBeUndefined();
});
