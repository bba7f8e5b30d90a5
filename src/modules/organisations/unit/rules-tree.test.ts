import { expect, test } from 'vitest';
import type { Unit } from './rules.ts';
import { inLines, topsUnder, treeOf } from './rules-tree.ts';

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
const names = () => inLines(treeOf(UNITS)).map(({ unit: { name }, depth }) => `${depth} ${name}`);

test('a tree lists each unit under its parent, in the order given', () => {
  expect(names()).toEqual([
    '0 Tỉnh Kiên Giang',
    '1 Huyện Giang Thành',
    '2 Xã Vĩnh Phú',
    '2 Xã Vĩnh Điều',
    '1 Huyện Hòn Đất',
    '2 Thị trấn Hòn Đất',
  ]);
});

test('a unit whose parent is not among them stands at the top; nothing is lost', () => {
  const part = UNITS.slice(3);
  expect(inLines(treeOf(part))).toHaveLength(3);
});

test('of a day’s units under a place of today, those stand for it that hung under none of the others then', () => {
  const today = '9.7';
  const moved = UNITS.map((each) => (each.id === 2 || each.id > 3 ? { ...each, path: `${today}.${each.id}` } : each));
  expect(topsUnder(moved, today).map(({ id }) => id)).toEqual([2, 6]);
  expect(topsUnder(UNITS, today)).toEqual([]);
});
