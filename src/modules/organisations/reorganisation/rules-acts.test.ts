import { expect, test } from 'vitest';
import type { Level, Unit } from '../unit/rules.ts';
import { problemsOf } from './rules.ts';
import { planOfActs } from './rules-acts.ts';
import { actsIn, changedForm, valuesOf, type WrittenAct } from './rules-acts-form.ts';
import { outcomeOf } from './rules-outcome.ts';

const unit = (id: number, level: Level, name: string, parentId: number | null): Unit => ({
  id,
  level,
  name,
  parentId,
  code: String(900 + id),
  kind: level,
  path: String(id),
});
const UNITS = [
  unit(1, 'province', 'Tỉnh Mẫu', null),
  unit(2, 'district', 'Huyện Đông', 1),
  unit(3, 'district', 'Huyện Tây', 1),
  unit(4, 'commune', 'Xã Bình An', 2),
  unit(5, 'commune', 'Xã Vĩnh Phú', 2),
  unit(6, 'commune', 'Xã Bình An', 3),
  unit(7, 'commune', 'Xã Tân Lập', 3),
];
const LEVELS = new Map<string, Level>([
  ['province', 'province'],
  ['district', 'district'],
  ['commune', 'commune'],
]);
const act = (act: Partial<WrittenAct> & Pick<WrittenAct, 'do'>): WrittenAct => ({
  units: '',
  parts: '',
  as: 'new',
  name: '',
  kind: '',
  official: '',
  parent: '',
  to: '',
  fresh: '',
  goesOn: false,
  ...act,
});
const plan = (...acts: WrittenAct[]) => planOfActs(acts, UNITS, '2026-07-01');
const told = (...acts: WrittenAct[]) => plan(...acts).problems.map(({ act, field, code }) => `${act}.${field} ${code}`);

test('a new name, kind and code of a unit that goes on', () => {
  const { plan: made, problems } = plan(act({ do: 'rename', units: 'vinh phu', name: '' }));
  expect(made.changed).toEqual([]);
  expect(problems).toMatchObject([{ field: 'units', code: 'reorganisation.act.unknown_near' }]);
  expect(plan(act({ do: 'rename', units: '905', name: 'Phường Vĩnh Phú', official: '990' })).plan.changed).toEqual([
    { unitId: 5, name: 'Phường Vĩnh Phú', code: '990' },
  ]);
  expect(told(act({ do: 'rename', units: 'Xã Vĩnh Phú', name: 'Xã Vĩnh Phú' }))).toEqual([
    '0.name reorganisation.act.nothing_new',
  ]);
});

test('a name that several units bear is told with where they are, and found with the unit above it', () => {
  const [problem] = plan(act({ do: 'move', units: 'Xã Bình An', parent: 'Huyện Tây' })).problems;
  expect(problem).toMatchObject({ code: 'reorganisation.act.ambiguous', act: 0, field: 'units' });
  expect(problem?.params.near).toBe('Xã Bình An (904) – Huyện Đông; Xã Bình An (906) – Huyện Tây');
  expect(plan(act({ do: 'move', units: 'Xã Bình An, Huyện Đông', parent: '903' })).plan.changed).toEqual([
    { unitId: 4, parent: 3 },
  ]);
});

test('several into a new unit, one of them only in part, which goes on', () => {
  const { plan: made, problems } = plan(
    act({ do: 'merge', units: '904; 905', parts: 'Xã Tân Lập', name: 'Xã Mới', kind: 'commune', parent: 'Huyện Đông' }),
  );
  expect(problems).toEqual([]);
  expect(made.ended).toEqual([4, 5]);
  expect(made.created).toEqual([{ key: 'a0.0', name: 'Xã Mới', kind: 'commune', code: null, parent: 2 }]);
  expect(made.successions).toEqual([
    { from: 4, to: 'a0.0', share: 'whole' },
    { from: 5, to: 'a0.0', share: 'whole' },
    { from: 7, to: 'a0.0', share: 'part' },
  ]);
  expect(problemsOf(made, UNITS, LEVELS)).toEqual([]);
  expect(outcomeOf(made, UNITS).groups).toMatchObject([{ to: { name: 'Xã Mới' }, isNew: true, parent: 'Huyện Đông' }]);
});

test('into one of them: that one goes on', () => {
  const { plan: made } = plan(act({ do: 'merge', units: '904\n905', as: 'existing', to: '905' }));
  expect([made.ended, made.created]).toEqual([[4], []]);
  expect(made.successions).toEqual([{ from: 4, to: 5, share: 'whole' }]);
});

test('a unit that gives parts to two is divided between them', () => {
  const merge = (units: string, name: string) =>
    act({ do: 'merge', units, parts: 'Xã Tân Lập', name, kind: 'commune', parent: 'Huyện Tây' });
  expect(plan(merge('904', 'Xã Một'), merge('906', 'Xã Hai')).plan.ended).toEqual([4, 6, 7]);
});

test('one into several, new and standing; or a part only', () => {
  const { plan: made } = plan(act({ do: 'split', units: '904', fresh: 'Xã Mới, 999', kind: 'commune', to: '905' }));
  expect(made.created).toMatchObject([{ name: 'Xã Mới', code: '999', parent: 2 }]);
  expect(made.successions.map(({ to, share }) => [to, share])).toEqual([
    ['a0.0', 'part'],
    [5, 'part'],
  ]);
  expect(made.ended).toEqual([4]);
  expect(plan(act({ do: 'split', units: '904', to: '905', goesOn: true })).plan.ended).toEqual([]);
  expect(told(act({ do: 'split', units: '904', to: '905' }))).toEqual(['0.fresh reorganisation.act.one_successor']);
});

test('a level that ends leaves its communes to the province; a district that goes into another takes them along', () => {
  expect(plan(act({ do: 'dissolve', units: 'Huyện Đông\nHuyện Tây' })).plan.changed).toEqual(
    [4, 5, 6, 7].map((unitId) => ({ unitId, parent: 1 })),
  );
  expect(plan(act({ do: 'dissolve', units: '902', to: '903' })).plan.changed).toEqual(
    [4, 5].map((unitId) => ({ unitId, parent: 3 })),
  );
});

test('acts may name what others make, and a unit that moves under itself is found out', () => {
  const made = plan(
    act({ do: 'move', units: '906', parent: 'Huyện Mới' }),
    act({ do: 'merge', units: '902\n903', name: 'Huyện Mới', kind: 'district' }),
  );
  expect(made.problems).toEqual([]);
  expect(made.plan.changed).toContainEqual({ unitId: 6, parent: 'a1.0' });
  expect(made.plan.changed).toContainEqual({ unitId: 4, parent: 'a1.0' });
  const loop = plan(act({ do: 'move', units: '902', parent: '904' }));
  const [problem] = problemsOf(loop.plan, UNITS, LEVELS);
  expect(problem?.code).toBe('reorganisation.problem.loop');
  expect(loop.actOf.get(problem?.refs[0] as number)).toBe(0);
});

test('what two acts say of one fact is told beside the second', () => {
  const rename = (name: string) => act({ do: 'rename', units: '905', name });
  expect(told(rename('Xã A'), rename('Xã B'))).toEqual(['1.units reorganisation.act.twice']);
  expect(told(rename('Xã A'), act({ do: 'move', units: '905', parent: '903' }))).toEqual([]);
});

test('a form takes one act more or less and keeps everything else', () => {
  const values = changedForm(
    { resolution: '1/NQ', 'a0.do': 'move', 'a0.units': 'Xã A', add: 'merge' },
    { add: 'merge' },
  );
  expect(actsIn(values).map((each) => [each.do, each.units])).toEqual([
    ['move', 'Xã A'],
    ['merge', ''],
  ]);
  expect(changedForm(values, { drop: '0' })).toMatchObject({ resolution: '1/NQ', 'a0.do': 'merge' });
  expect(actsIn(valuesOf(actsIn(values)))).toEqual(actsIn(values));
});
