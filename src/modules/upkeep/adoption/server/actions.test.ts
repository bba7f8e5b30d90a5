import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { send } from '../../../../../tests/support/initiatives.ts';
import { dutiesOf } from '../../../../duties.ts';
import { askToLearn, declineLearner, welcomeLearner, withdrawLearning } from '../../learning/server/actions.ts';
import { adoptModel, forgetAdoption } from './actions.ts';
import { familyPage, spreadOf } from './queries.ts';

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
  const { family, spread } = await page('gốc', 'registrant');
  expect(family.map(({ name, generation }) => [name, generation])).toEqual([
    ['gốc', 0],
    ['con', 1],
    [null, 2],
  ]);
  expect(spread).toEqual({ all: 2, second: 1, units: 1, districts: 1, old: 0, alive: 0 });
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
  expect(await page('cháu', 'sibling_officer')).toMatchObject({ adoption: null, spread: { all: 0 } });
  const [last] = await cast.asOwner(`select before from audit_event where act = 'adoption.forget'`);
  expect(last).toMatchObject({ before: { kept: 'Cách góp vốn' } });
});

test('who was received to learn from a model is offered it, and asks of nobody who is not there', async () => {
  const ask = (person: PersonName, model: string, asker: string) =>
    askToLearn(cast.contextFor(person), { model: codes[model] as string, asker, wish: 'Cách góp vốn' });
  await expect(ask('sibling_registrant', 'gốc', 'unit-5')).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(ask('registrant', 'gốc', 'registrant-1')).rejects.toMatchObject({
    reason: { code: 'learning.why_not.own' },
  });
  await expect(ask('registrant', 'kín', 'registrant-1')).rejects.toMatchObject({ kind: 'missing' });
  const { id } = await ask('sibling_registrant', 'gốc', 'registrant-2');
  await expect(ask('sibling_registrant', 'gốc', 'registrant-2')).rejects.toMatchObject({ kind: 'conflict' });
  const waits = async (person: PersonName) =>
    (await dutiesOf(cast.contextFor(person))).flatMap(({ kind, dueOn }) =>
      ['answer_learner', 'visit_model'].includes(kind) ? [[kind, dueOn]] : [],
    );
  expect(await waits('registrant')).toEqual([['answer_learner', '2026-03-24']]);
  expect(await waits('commune_officer')).toEqual([['answer_learner', '2026-03-24']]);
  expect(await waits('other_officer')).toEqual([]);
  const welcome = (person: PersonName, visitOn = '20/03/2026') =>
    welcomeLearner(cast.contextFor(person), { id, mentor: 'Bà Tư, chi hội trưởng', visitOn });
  await expect(welcome('other_officer')).rejects.toMatchObject({ kind: 'missing' });
  await expect(welcome('sibling_registrant')).rejects.toMatchObject({ reason: { code: 'learning.why_not.owner' } });
  await expect(welcome('registrant', '01/03/2026')).rejects.toMatchObject({ kind: 'invalid' });
  expect((await page('cháu', 'sibling_registrant')).offered).toEqual([]);
  await welcome('registrant');
  expect([await waits('registrant'), await waits('sibling_registrant')]).toEqual([[], [['visit_model', '2026-03-20']]]);
  expect((await page('cháu', 'sibling_registrant')).offered).toEqual([{ code: codes.gốc, name: 'gốc' }]);
  await expect(withdrawLearning(cast.contextFor('commune_officer'), { id })).rejects.toMatchObject({
    reason: { code: 'learning.why_not.asked' },
  });
  await declineLearner(cast.contextFor('commune_officer'), { id, reason: 'Đang mùa lũ.' });
  await expect(welcome('registrant')).rejects.toMatchObject({ reason: { code: 'learning.why_not.closed' } });
});

test('alive after a year are those of at least a year that an upkeep check has found so within the last', async () => {
  const ctx = cast.contextFor('registrant');
  await cast.asOwner(`update adoption set day = '2025-01-10' where initiative_id = $1`, [ids.con]);
  const alive = async () => {
    const { old, alive: found } = await read(ctx, (db) => spreadOf(db, ctx, ids.gốc as number));
    return [old, found];
  };
  // Never recognised: it is told of nobody that it lives.
  expect(await alive()).toEqual([1, 0]);
  await cast.asOwner(
    `insert into decision (id, kind, unit_id, number, decided_on, cycle_id, level, created_at)
      values (900, 'recognition', 5, '9-QĐ', '2025-02-01', 2, 'commune', now())`,
  );
  await cast.asOwner(
    `update registration set state = 'recognised', recognised_by = 900, carried_out_on = '2025-01-15' where initiative_id = $1`,
    [ids.con],
  );
  expect(await alive()).toEqual([1, 0]);
  await cast.asOwner(
    `insert into upkeep (initiative_id, act, standing, day, actor_name, at) values ($1, 'check', 'needs_support', '2026-02-01', 'x', now())`,
    [ids.con],
  );
  expect(await alive()).toEqual([1, 1]);
});
