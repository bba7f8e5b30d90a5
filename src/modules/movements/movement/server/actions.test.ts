import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#platform/server/context.ts';
import { read } from '#platform/server/db.ts';
import { type Cast, openCast, type PersonName, units } from '../../../../../tests/support/cast.ts';
import { draftOf } from '../../../../../tests/support/initiatives.ts';
import { submitRegistration } from '../../../initiatives/registration/server/actions.ts';
import { dropCriterion, saveCriterion } from '../../criterion/server/actions.ts';
import { listCriteria } from '../../criterion/server/queries.ts';
import { addCycle, saveCycle } from '../../cycle/server/actions.ts';
import { listCycles } from '../../cycle/server/queries.ts';
import { titleGroupsOf } from '../../field/server/queries.ts';
import { changeMovement, createMovement, savePhase } from './actions.ts';
import { offerTitleGroups, removePart, saveNamed } from './actions-parts.ts';
import { listMovements } from './queries.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await openCast();
});
afterAll(() => cast.close());

const as = (person: PersonName) => cast.contextFor(person);
const office = () => as('provincial_officer');
const cycles = () => read(office(), listCycles);
const LEVEL = { level: 'commune', registerDueOn: '30/06/2027', appraiseDueOn: '30/09/2027' } as const;
const YEAR = { opensOn: '01/01/2027', referenceDay: '31/12/2027', levels: [LEVEL] };
const DAY = /^\d{4}-\d\d-\d\d$/;

test('a movement is set up from nothing by its office: phase, field, year, windows, criteria, then a copy a year later', async () => {
  const { id } = await createMovement(office(), { nameVi: 'Thi đua', codePrefix: 'td', unitId: units.province });
  await savePhase(office(), { movementId: id, nameVi: 'Giai đoạn', from: '01/01/2026', until: '31/12/2030' });
  await saveNamed(office(), { movementId: id, kind: 'field', code: 'kt', nameVi: 'Kinh tế' });
  const first = await addCycle(office(), { movementId: id, year: 2027 });
  await saveCycle(office(), {
    ...YEAR,
    id: first.id,
    levels: [{ ...LEVEL, graceUntil: '05/07/2027', lockedFrom: '01/08/2027', recognisingBody: 'Ban Thường vụ' }],
  });
  const { id: criterion } = await saveCriterion(office(), { cycleId: first.id, subject: 'collective', textVi: 'Một' });
  await saveCriterion(office(), { cycleId: first.id, subject: 'collective', textVi: 'Hai' });
  await dropCriterion(office(), { cycleId: first.id, id: criterion });
  const second = await addCycle(office(), { movementId: id, year: 2028, fromId: first.id });

  const copy = (await cycles()).find((each) => each.id === second.id);
  expect(copy).toMatchObject({
    opensOn: '2028-01-01',
    levels: [
      {
        registerDueOn: '2028-06-30',
        graceUntil: '2028-07-05',
        lockedFrom: '2028-08-01',
        recognisingBody: 'Ban Thường vụ',
      },
    ],
  });
  const criteria = await read(office(), (db) => listCriteria(db, second.id));
  expect(criteria.map((each) => each.textVi)).toEqual(['Hai']);
  const movements = await read(office(), listMovements);
  expect(movements.find((each) => each.id === id)).toMatchObject({
    codePrefix: 'TD',
    nameEn: 'Thi đua',
    phases: [{ from: '2026-01-01' }],
  });
});

test.each([
  [
    'two phases on one day',
    () =>
      savePhase(office(), { movementId: 1, nameVi: 'Một', from: '01/01/2031', until: '31/12/2035' }).then(() =>
        savePhase(office(), { movementId: 1, nameVi: 'Hai', from: '31/12/2035', until: '31/12/2040' }),
      ),
    'from',
    'movement.phase_overlaps',
  ],
  [
    'a code twice',
    () =>
      saveNamed(office(), { movementId: 1, kind: 'field', code: 'XX', nameVi: 'Một' }).then(() =>
        saveNamed(office(), { movementId: 1, kind: 'field', code: 'xx', nameVi: 'Hai' }),
      ),
    'code',
    'movement.code_taken',
  ],
  ['a year twice', () => addCycle(office(), { movementId: 1, year: 2026 }), 'year', 'movement.year_taken'],
  [
    'a prefix that numbers cannot carry',
    () => createMovement(office(), { nameVi: 'x', codePrefix: 'Đ-1', unitId: 1 }),
    'codePrefix',
    'movement.code_wrong',
  ],
  [
    'a superior that is itself',
    () => changeMovement(office(), { id: 1, nameVi: 'x', unitId: 1, superiorId: 1 }),
    'superiorId',
    'movement.superior_missing',
  ],
  [
    'due before it opens',
    () => saveCycle(office(), { ...YEAR, id: 2, opensOn: '01/07/2027' }),
    'levels.0.registerDueOn',
    'movement.due_before_open',
  ],
  [
    'a grace before the due day',
    () => saveCycle(office(), { ...YEAR, id: 2, levels: [{ ...LEVEL, graceUntil: '01/06/2027' }] }),
    'levels.0.graceUntil',
    'movement.grace_before_due',
  ],
  [
    'a lock within the grace',
    () => saveCycle(office(), { ...YEAR, id: 2, levels: [{ ...LEVEL, lockedFrom: '30/06/2027' }] }),
    'levels.0.lockedFrom',
    'movement.locked_before_due',
  ],
])('refused: %s', async (_what, doing, field, code) => {
  await expect(doing()).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: { code } } });
});

test('what nothing stands on is removed, what is used only closed; nothing new is registered in what is closed', async () => {
  const kind = 'field' as const;
  const { id: unused } = await saveNamed(office(), {
    movementId: 1,
    kind,
    code: 'bo',
    nameVi: 'Bỏ',
    national: 'economy',
  });
  await draftOf(cast, 'registrant', { name: 'Đang viết', fieldId: 2 });
  await removePart(office(), { movementId: 1, kind, id: unused });
  for (const [part, id] of [
    ['field', 2],
    [
      'phase',
      (
        await cast.asOwner<{ id: number }>(
          'update cycle set phase_id = (select min(id) from phase where movement_id = 1) where id = 2 returning phase_id as id',
        )
      )[0]?.id,
    ],
  ] as const)
    await expect(removePart(office(), { movementId: 1, kind: part, id: id as number })).rejects.toMatchObject({
      kind: 'conflict',
      reason: { code: `movement.${part}_in_use` },
    });
  await expect(removePart(as('commune_officer'), { movementId: 1, kind, id: 2 })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await saveNamed(office(), { movementId: 1, kind, id: 2, code: 'culture', nameVi: 'Văn hóa', closedOn: '01/01/2026' });
  const id = await draftOf(cast, 'registrant', { name: 'Vào lĩnh vực đã đóng', fieldId: 2 });
  await expect(submitRegistration(as('registrant'), { id })).rejects.toMatchObject({
    fields: { fieldId: { code: 'registration.field.closed' } },
  });
});

test('a year offers the title groups chosen for it, else all that are open; two movements at one moment both stand', async () => {
  const group = (code: string, closedOn?: string) =>
    saveNamed(office(), { movementId: 1, kind: 'title_group', code, nameVi: code, closedOn });
  const [first, second] = [await group('A'), await group('B')];
  await group('C', '01/01/2020');
  const offered = async () =>
    (await read(office(), (db) => titleGroupsOf(db, 2, '2026-03-01'))).map((each) => each.code);
  expect(await offered()).toEqual(['A', 'B']);
  await offerTitleGroups(office(), { cycleId: 2, ids: [second.id] });
  expect(await offered()).toEqual(['B']);
  await expect(offerTitleGroups(office(), { cycleId: 2, ids: [first.id, 999] })).rejects.toMatchObject({
    kind: 'missing',
  });
  await expect(removePart(office(), { movementId: 1, kind: 'title_group', id: second.id })).rejects.toMatchObject({
    reason: { code: 'movement.title_group_in_use' },
  });
  const found = () => createMovement(office(), { nameVi: 'Cùng lúc', codePrefix: 'CL', unitId: units.province });
  const [one, other] = await Promise.all([found(), found()]);
  expect(one.id).not.toBe(other.id);
});

test('only officers of the unit that keeps it and administrators set a movement up; nobody gives it away beyond that', async () => {
  const change = (person: PersonName, unitId: number = units.province) =>
    changeMovement(as(person), { id: 1, nameVi: 'Dân vận khéo', unitId });
  for (const person of ['commune_officer', 'district_officer', 'committee_member', 'registrant'] as const)
    await expect(change(person)).rejects.toMatchObject({
      kind: 'forbidden',
      reason: { code: 'movement.only_its_office' },
    });
  await expect(change('auditor')).rejects.toMatchObject({ kind: 'forbidden', reason: { code: 'refusal.read_only' } });
  await expect(change('provincial_officer', units.commune)).rejects.toMatchObject({ kind: 'forbidden' });
  await change('administrator');
});

test('what is sent after the due day is marked late, within the grace not, and from the lock on refused with its draft kept', async () => {
  const today = dayOf(as('registrant').now);
  const [cycle] = (await cycles()).filter((each) => each.movementId === 1 && each.year === 2026);
  expect(today).toMatch(DAY);
  const window = (due: string, grace: string | null, locked: string | null) =>
    cast.asOwner(
      `update cycle_level set register_due_on = $1, grace_until = $2, locked_from = $3, appraise_due_on = '2099-01-01' where cycle_id = $4`,
      [due, grace, locked, cycle?.id],
    );
  const before = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const sent = async (name: string) => {
    const { registrationIds } = await submitRegistration(as('registrant'), {
      id: await draftOf(cast, 'registrant', { name }),
    });
    const [row] = await cast.asOwner<{ late_days: number }>('select late_days from registration where id = $1', [
      registrationIds[0],
    ]);
    return row?.late_days;
  };
  await window(before(3), null, null);
  expect(await sent('Nộp muộn ba ngày')).toBe(3);
  await window(before(3), today, null);
  expect(await sent('Nộp trong thời gian gia hạn')).toBe(0);
  await window(before(9), before(2), today);
  const id = await draftOf(cast, 'registrant', { name: 'Nộp khi đã khóa' });
  await expect(submitRegistration(as('registrant'), { id })).rejects.toMatchObject({
    kind: 'invalid',
    fields: { levels: { code: 'registration.levels.locked' } },
  });
  expect(await cast.asOwner('select from draft where id = $1', [id])).toHaveLength(1);
});
