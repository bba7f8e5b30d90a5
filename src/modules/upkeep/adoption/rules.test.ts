import { expect, test } from 'vitest';
import { asTree, closesCircle, type Member, reachOf } from './rules.ts';

const member = (id: number, parentId: number | null, day: string | null = null): Member => ({
  ...{ id, parentId, day, generation: 0, code: null, name: null, unit: null },
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

test('reach counts whatever learnt from a model, the second generation apart', () => {
  expect(reachOf(1, family)).toEqual({ all: 4, second: 1 });
  expect(reachOf(3, family)).toEqual({ all: 0, second: 0 });
});

test('none learns from itself, or from what has learnt from it', () => {
  expect(closesCircle(1, 5, family)).toBe(true);
  expect(closesCircle(1, 1, family)).toBe(true);
  expect(closesCircle(5, 3, family)).toBe(false);
});
