import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '#platform/server/db.ts';
import { type Cast, cycles, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { saveDocument } from '../../basis/server/actions.ts';
import { addCycle } from '../../cycle/server/actions.ts';
import { saveGuidance } from '../../guidance/server/actions.ts';
import { listGuidance } from '../../guidance/server/queries.ts';
import { dropCriterion, saveCriterion } from './actions.ts';
import { listCriteria } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const LINE = { cycleId: cycles.current, subject: 'collective' as const };
const asked = (unitId?: number) =>
  read(as('provincial_officer'), (db) => listCriteria(db, cycles.current, { subject: 'collective', unitId }));

test('a criterion is worth points, has words for them, and names its document and clause', async () => {
  const office = as('provincial_officer');
  const { id: documentId } = await saveDocument(office, {
    movementId: 1,
    title: 'Hướng dẫn',
    number: '26-HD/BCĐ',
    issuedOn: '12/03/2026',
  });
  const line = { ...LINE, textVi: 'Hiệu quả đo được', points: 20, anchors: '0: chưa có\n20: rõ' };
  await saveCriterion(office, { ...line, documentId, clause: 'mục 3' });
  expect((await asked()).at(-1)).toMatchObject({
    ...{ points: 20, anchors: '0: chưa có\n20: rõ', basis: 'Hướng dẫn 26-HD/BCĐ (12/03/2026), mục 3', unitId: null },
  });
  for (const anchors of ['rõ', '30: quá thang'])
    await expect(saveCriterion(office, { ...line, anchors })).rejects.toMatchObject({
      fields: { anchors: { code: 'movement.anchors_wrong' } },
    });
  await cast.asOwner(`insert into movement (id, code, code_prefix, name_vi, name_en) values (7, 'k', 'K', 'Khác', 'Other');
    insert into legal_document (id, movement_id, title, number, issued_on) values (77, 7, 'x', '1', '2026-01-01')`);
  await expect(saveCriterion(office, { ...line, documentId: 77 })).rejects.toMatchObject({
    fields: { documentId: { code: 'movement.document_missing' } },
  });
});

test('a level lays its additions over what is asked everywhere, for its own territory and by its own officer only', async () => {
  const before = (await asked(units.otherCommune)).map(({ textVi }) => textVi);
  const add = (person: PersonName, unitId: number, textVi: string) =>
    saveCriterion(as(person), { ...LINE, unitId, textVi });
  await add('district_officer', units.district, 'Của huyện');
  const { id } = await add('commune_officer', units.commune, 'Của xã');
  const texts = async (unit: number) => (await asked(unit)).map(({ textVi }) => textVi);
  expect(await texts(units.commune)).toEqual([...before, 'Của huyện', 'Của xã']);
  expect(await texts(units.sibling)).toEqual([...before, 'Của huyện']);
  expect(await texts(units.otherCommune)).toEqual(before);
  for (const person of ['provincial_officer', 'committee_member', 'sibling_officer'] as const)
    await expect(add(person, units.commune, 'Lọt vào')).rejects.toMatchObject({
      reason: { code: 'movement.only_its_officers' },
    });
  // An addition stays its unit's: the office of the year does not reach it by its id.
  await expect(saveCriterion(as('provincial_officer'), { ...LINE, id, textVi: 'Lọt vào' })).rejects.toMatchObject({
    kind: 'missing',
  });
  await dropCriterion(as('commune_officer'), { cycleId: cycles.current, unitId: units.commune, id });
  expect(await texts(units.commune)).toEqual([...before, 'Của huyện']);
});

test('guidance stands beside its part, and a copied year takes it and the points along but not what units added', async () => {
  const office = as('provincial_officer');
  const say = (text: string) => saveGuidance(office, { cycleId: cycles.current, part: 'name', text });
  await say('Ngắn gọn.');
  await say('Ngắn gọn, rõ việc, rõ nơi.');
  const { id } = await addCycle(office, { movementId: 1, year: 2027, fromId: cycles.current });
  const [guidance, criteria] = await read(office, async (db) => [
    await listGuidance(db, id),
    await listCriteria(db, id, { subject: 'collective', unitId: units.commune }),
  ]);
  expect(guidance).toMatchObject([{ part: 'name', text: 'Ngắn gọn, rõ việc, rõ nơi.' }]);
  expect(criteria.map(({ points }) => points)).toEqual([null, 20]);
  await say('');
  expect(await read(office, (db) => listGuidance(db, cycles.current))).toEqual([]);
});
