import { expect, test } from 'vitest';
import { asTree, closesCircle, type Member, placesOf } from './rules.ts';

const member = (id: number, parentId: number | null, day: string | null = null): Member => ({
  ...{ id, parentId, day, generation: 0, code: null, name: null, unitId: null, unit: null, above: null },
});
const family = [
  member(4, 2, '2026-03-04'),
  member(3, 1, '2026-03-03'),
  member(2, 1, '2026-03-02'),
  member(1, null),
  member(5, 4, '2026-03-05'),
];

test('a family is read from its first model down, sisters by their day', () => {
  expect(asTree(family).map(({ id }) => id)).toEqual([1, 2, 4, 5, 3]);
});

test('none learns from itself, or from what has learnt from it', () => {
  expect(closesCircle(1, 5, family)).toBe(true);
  expect(closesCircle(1, 1, family)).toBe(true);
  expect(closesCircle(5, 3, family)).toBe(false);
});

test('a family is placed by unit and the unit above, in the order in which it came there; what is not told has no place', () => {
  const placed = (id: number, unit: string, above: string, generation: number) => ({
    ...member(id, 1, `2026-03-0${id}`),
    ...{ unit, above, generation },
  });
  const members = [
    placed(3, 'Xã B', 'Huyện Tây', 1),
    placed(2, 'Xã A', 'Huyện Đông', 0),
    placed(4, 'Xã A', 'Huyện Đông', 2),
  ];
  expect(
    placesOf([...members, member(5, 1)]).map(({ above, units }) => [above, units.map((each) => each.members.length)]),
  ).toEqual([
    ['Huyện Đông', [2]],
    ['Huyện Tây', [1]],
  ]);
});
