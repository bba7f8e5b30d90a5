import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { adoptModel, forgetAdoption } from './actions.ts';
import { familyPage } from './queries.ts';

let cast: Cast;
const ids: Record<string, number> = {};
const codes: Record<string, string> = {};
beforeAll(async () => {
  cast = await openCast();
  const sent = async (name: string, person: PersonName, over = {}) => {
    const { initiativeId } = await send(cast, person, { name, ...over });
    const [row] = await cast.asOwner<{ code: string }>('select code from initiative where id = $1', [initiativeId]);
    ids[name] = initiativeId;
    codes[name] = row?.code ?? '';
  };
  await sent('gốc', 'registrant');
  for (const name of ['con', 'cháu', 'kín'])
    await sent(name, 'sibling_registrant', { unitId: units.sibling, registrantName: 'Chi hội bên cạnh' });
  await cast.asOwner('update initiative set published_at = now() where id = any ($1)', [[ids.gốc, ids.con]]);
});
afterAll(() => cast.close());

const tell = (child: string, parent: string, person: PersonName = 'sibling_registrant') =>
  adoptModel(cast.contextFor(person), {
    id: ids[child] as number,
    code: codes[parent] as string,
    kept: 'Cách góp vốn',
  });
const page = (name: string, person: PersonName) => {
  const ctx = cast.contextFor(person);
  return read(ctx, (db) => familyPage(db, ctx, ids[name] as number));
};

test('a model learns from a public one of another unit; each reader is named what is public or their own', async () => {
  await tell('con', 'gốc');
  await tell('cháu', 'con');
  const { family, reach } = await page('gốc', 'registrant');
  expect(family.map(({ name, generation }) => [name, generation])).toEqual([
    ['gốc', 0],
    ['con', 1],
    [null, 2],
  ]);
  expect(reach).toEqual({ all: 2, second: 1 });
  const own = await page('cháu', 'sibling_officer');
  expect(own.family.map(({ name }) => name)).toEqual(['gốc', 'con', 'cháu']);
  expect(own.adoption).toMatchObject({ parentCode: codes.con, kept: 'Cách góp vốn' });
});

test('of what is not public nobody elsewhere learns that it is there, and no circle closes', async () => {
  const refused = (code: string) => ({ fields: { code: { code } } });
  await expect(tell('gốc', 'kín', 'registrant')).rejects.toMatchObject(refused('adoption.parent.unknown'));
  await expect(tell('gốc', 'con', 'registrant')).rejects.toMatchObject(refused('adoption.parent.circle'));
  await expect(tell('con', 'gốc', 'registrant')).rejects.toMatchObject({ kind: 'missing' });
  await expect(tell('con', 'gốc', 'auditor')).rejects.toMatchObject({ kind: 'forbidden' });
});

test('is told anew, and taken back with what was said in the audit', async () => {
  await tell('cháu', 'gốc', 'sibling_officer');
  expect((await page('cháu', 'sibling_officer')).adoption).toMatchObject({ parentCode: codes.gốc });
  await forgetAdoption(cast.contextFor('sibling_registrant'), { id: ids.cháu as number });
  expect(await page('cháu', 'sibling_officer')).toMatchObject({ adoption: null, reach: { all: 0 } });
  const [last] = await cast.asOwner(`select before from audit_event where act = 'adoption.forget'`);
  expect(last).toMatchObject({ before: { kept: 'Cách góp vốn' } });
});
