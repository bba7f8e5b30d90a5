import { expect, test } from 'vitest';
import type { Unit } from './rules.ts';
import { countOf, inLines, prune, treeOf } from './rules-tree.ts';

const unit = (id: number, level: Unit['level'], name: string, parentId: number | null): Unit => ({
  id,
  level,
  name,
  parentId,
  code: String(900 + id),
  kind: level,
  path: String(id),
});
const UNITS = [
  unit(1, 'province', 'Tỉnh Kiên Giang', null),
  unit(2, 'district', 'Huyện Giang Thành', 1),
  unit(3, 'district', 'Huyện Hòn Đất', 1),
  unit(4, 'commune', 'Xã Vĩnh Phú', 2),
  unit(5, 'commune', 'Xã Vĩnh Điều', 2),
  unit(6, 'commune', 'Thị trấn Hòn Đất', 3),
];
const names = (query: string) =>
  inLines(prune(treeOf(UNITS), query)).map(({ unit: { name }, depth }) => `${depth} ${name}`);

test('a tree lists each unit under its parent, in the order given', () => {
  expect(names('')).toEqual([
    '0 Tỉnh Kiên Giang',
    '1 Huyện Giang Thành',
    '2 Xã Vĩnh Phú',
    '2 Xã Vĩnh Điều',
    '1 Huyện Hòn Đất',
    '2 Thị trấn Hòn Đất',
  ]);
});

test('a search without marks leaves what fits with its place', () => {
  expect(names('vinh dieu')).toEqual(['0 Tỉnh Kiên Giang', '1 Huyện Giang Thành', '2 Xã Vĩnh Điều']);
});

test('a district that fits shows its communes; the province that fits does not show everything', () => {
  expect(names('giang')).toEqual(['0 Tỉnh Kiên Giang', '1 Huyện Giang Thành', '2 Xã Vĩnh Phú', '2 Xã Vĩnh Điều']);
});

test('a code fits whole, never in part', () => {
  expect(names(' 906 ')).toEqual(['0 Tỉnh Kiên Giang', '1 Huyện Hòn Đất', '2 Thị trấn Hòn Đất']);
  expect(names('90')).toEqual([]);
});

test('a unit whose parent is not among them stands at the top; nothing is lost', () => {
  const part = UNITS.slice(3);
  expect(inLines(treeOf(part))).toHaveLength(3);
  expect(countOf(UNITS, 'commune')).toBe(3);
});
