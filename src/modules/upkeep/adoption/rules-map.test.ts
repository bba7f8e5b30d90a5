import { expect, test } from 'vitest';
import { familyPlaces, type Placeable } from './rules-map.ts';

const member = (id: number, parentId: number | null, generation: number, unitId: number | null): Placeable => ({
  ...{ id, parentId, generation, unitId },
});
// Unit 21 was merged into area 2; of area 3 nobody of the family is.
const AREAS = [
  { id: 1, holds: [1] },
  { id: 2, holds: [2, 21] },
  { id: 3, holds: [] },
];

test('a family stands in the areas that hold its units, each way between two of them once', () => {
  const family = [
    member(5, 3, 2, 1),
    member(1, null, 0, 1),
    member(2, 1, 1, 2),
    member(3, 1, 1, 21),
    member(4, 1, 1, 1),
  ];
  expect(familyPlaces(family, AREAS)).toEqual({
    marks: [
      { area: 1, members: [1, 4, 5], generation: 0 },
      { area: 2, members: [2, 3], generation: 1 },
    ],
    ways: [
      { from: 1, to: 2, generation: 1 },
      { from: 2, to: 1, generation: 2 },
    ],
    unplaced: 0,
  });
});

test('who has no place, or no area, is counted; no way leads to or from them', () => {
  const family = [member(1, null, 0, 1), member(2, 1, 1, null), member(3, 2, 2, 2), member(4, 1, 1, 99)];
  const { marks, ways, unplaced } = familyPlaces(family, AREAS);
  expect([marks.length, ways, unplaced]).toEqual([2, [], 2]);
  expect(familyPlaces(family, [])).toEqual({ marks: [], ways: [], unplaced: 4 });
});
