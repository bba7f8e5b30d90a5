import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportRegistrations } from '#modules/initiatives/export/server/queries.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { filterChoices } from '../../registration/server/queries-choices.ts';
import { VIEWS_MAX } from '../rules.ts';
import { changeView, removeView, saveView } from './actions.ts';
import { listViews } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const views = (person: PersonName) => read(as(person), (db) => listViews(db, as(person)));
const opens = async (person: PersonName) =>
  (await read(as(person), (db) => filterChoices(db, as(person), undefined, true))).opens;
const save = (person: PersonName, name: string, more: object = {}) =>
  saveView(as(person), { name, address: 'state=open&after=x', isDefault: undefined, shared: undefined, ...more });

test('saved under a name, written over under the same, one of them opens the list', async () => {
  expect(await opens('commune_officer')).toBeNull();
  const { id } = await save('commune_officer', 'Chờ tôi', { isDefault: 'yes' });
  expect(
    await save('commune_officer', 'Chờ tôi', { address: 'state=submitted&columns=unit', isDefault: 'yes' }),
  ).toEqual({ id });
  const other = await save('commune_officer', 'Cả năm', { isDefault: 'yes' });
  expect((await views('commune_officer')).map(({ name, isDefault, address }) => [name, isDefault, address])).toEqual([
    ['Cả năm', true, 'state=open'],
    ['Chờ tôi', false, 'state=submitted&columns=unit'],
  ]);
  expect(await opens('commune_officer')).toEqual({ id: other.id, address: 'state=open' });
});

test('shared within one’s unit it is opened by those who serve there, and changed by nobody else', async () => {
  const { id } = await save('commune_officer', 'Của xã', { shared: 'yes' });
  const theirs = (await views('committee_member')).map(({ name, owner, isDefault }) => [name, owner, isDefault]);
  expect(theirs).toEqual([['Của xã', as('commune_officer').actor.name, false]]);
  for (const person of ['sibling_officer', 'district_officer', 'administrator', 'auditor'] as const)
    expect(await views(person)).toEqual([]);
  const change = (person: PersonName) =>
    changeView(as(person), { id, name: 'Lạ', isDefault: 'yes', shared: undefined });
  await expect(change('committee_member')).rejects.toMatchObject({ reason: { code: 'view.not_yours' } });
  await expect(change('sibling_officer')).rejects.toMatchObject({ kind: 'missing' });
  await expect(removeView(as('sibling_officer'), { id })).rejects.toMatchObject({ kind: 'missing' });
  await changeView(as('commune_officer'), { id, name: 'Riêng', isDefault: undefined, shared: undefined });
  expect(await views('committee_member')).toEqual([]);
  const taken = changeView(as('commune_officer'), { id, name: 'Cả năm', isDefault: undefined, shared: undefined });
  await expect(taken).rejects.toMatchObject({ fields: { name: { code: 'view.name_taken' } } });
  await removeView(as('commune_officer'), { id });
  expect((await views('commune_officer')).map((view) => view.name)).toEqual(['Cả năm', 'Chờ tôi']);
});

test('no name and too many are refused', async () => {
  await expect(save('sibling_officer', ' ')).rejects.toMatchObject({ fields: { name: { code: 'view.name_missing' } } });
  await cast.asOwner(
    `insert into saved_view (person_id, name, address, saved_at)
     select $1, 'v' || n, '', now() from generate_series(1, $2::integer) n`,
    [as('sibling_officer').actor.id, VIEWS_MAX],
  );
  await expect(save('sibling_officer', 'Nữa')).rejects.toMatchObject({ reason: { code: 'view.too_many' } });
  await save('sibling_officer', 'v1');
});

test('a file holds the columns of the list', async () => {
  await send(cast, 'registrant');
  const words = { t: (key: string) => key, language: 'vi' as const };
  const head = async (columns: ('unit' | 'field')[]) => {
    const { bytes } = await exportRegistrations(as('commune_officer'), {}, 'csv', words, columns);
    let text = '';
    for await (const piece of bytes) text += Buffer.from(piece).toString('utf8');
    return text
      .replace('\ufeff', '')
      .split(/\r?\n/)
      .slice(0, 2)
      .map((line) => line.split(/[,;]/).length);
  };
  // Number, code, name, level, state and its day stand in every file.
  expect(await head([])).toEqual([18, 18]);
  expect(await head(['field'])).toEqual([7, 7]);
  expect(await head(['unit', 'field'])).toEqual([9, 9]);
});
