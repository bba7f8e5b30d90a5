import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { workbook } from '../../../../../tests/fixtures/workbook.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { receiveFile } from './actions.ts';
import { registerForm } from './queries-form.ts';
import { registerPage } from './queries-page.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
  for (const fact of ['name', 'kind', 'code', 'parent'])
    await cast.asOwner(`update unit_${fact} set valid = daterange(lower(valid), '2026-01-05') where unit_id = $1`, [
      units.commune,
    ]);
});
afterAll(() => cast.close());

const offered = async (person: PersonName) => {
  const ctx = cast.contextFor(person);
  const { units: options } = await read(ctx, (db) => registerForm(db, ctx, 'vi'));
  return options.map(({ value, ...more }) => [Number(value), 'group' in more ? more.group : null]);
};
const list = workbook({
  A: [
    ['STT', 'Tên mô hình', 'Chủ thể', 'Lĩnh vực'],
    ['1', 'Vườn mẫu', 'Hội Nông dân', 'KT'],
  ],
});
const receive = (unitId: number, cycleId: number, person: PersonName = 'provincial_officer') =>
  receiveFile(
    cast.contextFor(person),
    { unitId, cycleId, level: 'commune', file: { name: 'a.xlsx', bytes: list } },
    `${person} ${unitId} ${cycleId}`,
  );

test('units of an earlier year are offered beside those of today, each officer their own', async () => {
  const all = await offered('provincial_officer');
  expect(all).toContainEqual([units.sibling, null]);
  expect(all.filter(([, group]) => group)).toEqual([[units.commune, 'Đơn vị của các năm trước']]);
  expect(await offered('sibling_officer')).toEqual([[units.sibling, null]]);
});

test('a list is of a unit of its year: one that has ended since is taken in and read', async () => {
  const id = await receive(units.commune, cycles.last);
  const ctx = cast.contextFor('provincial_officer');
  const page = await read(ctx, (db) => registerPage(db, ctx, id, { page: 1, decided: false }));
  expect(page).toMatchObject({ counts: { valid: 1 }, batch: { unitTodayId: units.district } });
  await expect(receive(units.commune, cycles.last, 'sibling_officer')).rejects.toMatchObject({ status: 403 });
});

test('one that did not stand in the list’s year is refused at its field', async () => {
  const code = 'register.unit_not_then';
  await expect(receive(units.commune, cycles.current)).rejects.toMatchObject({ fields: { unitId: { code } } });
});
