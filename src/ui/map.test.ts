import { expect, test } from 'vitest';
import { type Area, drawMap, type Point, placeLabels, wayBetween } from './map.ts';

const square = (x: number, y: number, size = 0.1): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const area = (id: number, marked: boolean, ...polygons: Point[][]): Area<number> => ({
  id,
  marked,
  outline: polygons.map((ring) => [ring]),
});
const AREAS = [
  area(1, true, square(105, 10)),
  area(2, false, square(105.1, 10)),
  // The other way round, with an islet far off.
  area(3, true, square(105, 10.1).reverse(), square(104.7, 9.9, 0.01)),
];

/** Every point that a path of `M`, `l` and `z` goes through. */
function pointsOf(path: string): Point[] {
  return path.split('M').flatMap((part) => {
    let at: Point = [0, 0];
    const numbers = (part.match(/-?[\d.]+/g) ?? []).map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, i) => {
      at = [at[0] + (numbers[2 * i] as number), at[1] + (numbers[2 * i + 1] as number)];
      return at;
    });
  });
}

test('every path stays inside the picture, and the same areas give the same picture', () => {
  const map = drawMap(AREAS);
  if (!map) throw new Error('nothing is drawn');
  const points = [map.borders, ...map.marked.map(({ path }) => path)].flatMap(pointsOf);
  expect(points.length).toBeGreaterThan(20);
  for (const [x, y] of [...points, ...map.marked.map(({ at }) => at)]) {
    expect(x >= 0 && x <= map.width, `${x} across`).toBe(true);
    expect(y >= 0 && y <= map.height, `${y} down`).toBe(true);
  }
  expect(drawMap(structuredClone(AREAS))).toEqual(map);
});

test('marks stand in the middle of the largest part, whichever way round it is drawn', () => {
  const [first, third] = drawMap(AREAS)?.marked ?? [];
  const [left, right] = [Math.min(...pointsOf(first?.path ?? '').map(([x]) => x)), first?.at[0] ?? 0];
  expect(third?.at[0]).toBeCloseTo(right, 0);
  expect(right).toBeGreaterThan(left);
  expect(third?.at[1]).toBeLessThan(first?.at[1] ?? 0);
});

test('a border of two neighbours is drawn once; nothing is no map', () => {
  const edges = (areas: Area<number>[]) => pointsOf(drawMap(areas)?.borders ?? '').length;
  const alone = edges([area(1, false, square(105, 10))]);
  expect(edges([area(1, false, square(105, 10)), area(2, false, square(105, 10).reverse())])).toBe(alone);
  expect(drawMap([])).toBeNull();
  expect(drawMap([area(1, true, [])])).toBeNull();
});

test('names stand beside their marks, else over or under them, or not at all', () => {
  const marks = [60, 85, 110].map((x) => ({ name: 'Xã Một', at: [x, 40] as Point }));
  const anchors = (names: typeof marks, width = 200) =>
    placeLabels(names, [], 10, { width, height: 80 }).map((label) => label?.anchor ?? null);
  expect(anchors(marks)).toEqual(['end', 'middle', 'start']);
  expect(anchors([{ name: 'Xã Một Cái Tên Dài', at: [50, 40] }], 100)).toEqual([null]);
});

test('a name keeps off the ways while there is room elsewhere', () => {
  const marks = [{ name: 'Xã Một', at: [90, 40] as Point }];
  const room = { width: 200, height: 80 };
  const anchor = (...ways: [Point, Point][]) => placeLabels(marks, ways, 10, room)[0]?.anchor;
  expect(
    anchor([
      [90, 40],
      [190, 40],
    ]),
  ).toBe('end');
  expect(
    anchor(
      [
        [90, 40],
        [190, 40],
      ],
      [
        [90, 40],
        [0, 40],
      ],
    ),
  ).toBe('middle');
});

test('a way ends short of both marks, and there is not the way back', () => {
  expect(wayBetween([0, 0], [100, 0], 10)).toBe('M9.6 2.9Q50 15 90.4 2.9');
  expect(wayBetween([100, 0], [0, 0], 10)).toBe('M90.4 -2.9Q50 -15 9.6 -2.9');
  expect(wayBetween([0, 0], [10, 0], 10)).toBe('M0 0Q5 1.5 10 0');
});
