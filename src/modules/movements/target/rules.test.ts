import { expect, test } from 'vitest';
import { readPasted, rowsTyped, shared } from './rules.ts';

const UNITS = [
  { id: 1, code: '30766', name: 'Thị trấn Kiên Lương' },
  { id: 2, code: '30778', name: 'Xã Kiên Bình' },
  { id: 3, code: null, name: 'Phường Kiên Bình' },
];

test('a whole is shared out evenly and nothing of it is lost', () => {
  expect(shared(10, 3)).toEqual([4, 3, 3]);
  expect(shared(2, 4)).toEqual([1, 1, 0, 0]);
  expect(shared(7, 0)).toEqual([]);
});

test('pasted lines are read by code, by name with or without its kind and marks; what is unclear is told', () => {
  const { numbers, unread } = readPasted(
    'Thị trấn Kiên Lương\t1.200\nxa kien binh; 5\n\nTT. Kiên Lương 7\nKiên Bình 3\nKhông đâu 4\nXã Kiên Bình\n30778 6',
    UNITS,
  );
  expect([...numbers]).toEqual([
    [1, 7],
    [2, 6],
  ]);
  expect(unread).toEqual(['Kiên Bình 3', 'Không đâu 4', 'Xã Kiên Bình']);
});

test('a table’s numbers are read by the unit in their names, in the order of the table', () => {
  expect(rowsTyped({ w12: '3', f12: '', w7: '', key: 'x' })).toEqual([
    { unitId: '12', wanted: '3', forwardMost: '' },
    { unitId: '7', wanted: '', forwardMost: '' },
  ]);
});
