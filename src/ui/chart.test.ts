import { expect, test } from 'vitest';
import { ceiling, layColumns } from './chart.ts';

const group = (label: string, ...values: (number | null)[]) => ({ label, values, texts: values.map(String) });

test('the axis ends at a round number that holds the highest value', () => {
  expect(ceiling([group('a', 7736)])).toBe(10_000);
  expect(ceiling([group('a', 399), group('b', 412)])).toBe(500);
  expect(ceiling([group('a', 20)])).toBe(20);
  expect(ceiling([group('a', 2.3)])).toBe(2.5);
  expect(ceiling([])).toBe(1);
  expect(ceiling([group('a', 0, null)])).toBe(1);
});

test('a column as high as the axis fills the picture, a half fills half', () => {
  const { columns, floor, roof } = layColumns([group('a', 10), group('b', 5)], 1, 10, 220);
  expect(columns[0]).toMatchObject({ y: roof, height: floor - roof });
  expect(columns[1]?.height).toBe((floor - roof) / 2);
});

test('what is not known is not drawn, and does not move its neighbours', () => {
  const full = layColumns([group('a', 1, 2)], 2, 2, 100).columns;
  const half = layColumns([group('a', null, 2)], 2, 2, 100).columns;
  expect(half).toEqual([full[1]]);
});

test('columns stay inside the picture and do not overlap', () => {
  const many = Array.from({ length: 15 }, (_, i) => group(String(i), i, i));
  const { columns } = layColumns(many, 2, 15, 200);
  let end = 0;
  for (const column of columns) {
    expect(column.x).toBeGreaterThanOrEqual(end);
    end = column.x + column.width;
  }
  expect(end).toBeLessThanOrEqual(100);
});

test('of many names a narrow screen keeps at most six, the last among them', () => {
  const many = Array.from({ length: 15 }, (_, i) => group(String(i), i));
  const kept = layColumns(many, 1, 15, 200).labels.filter((label) => !label.spare);
  expect(kept.length).toBeLessThanOrEqual(6);
  expect(kept.at(-1)?.text).toBe('14');
});
