import { geoMercator, geoPath } from 'd3-geo';

export type Point = [x: number, y: number];
/** An outline: polygons of closed rings, the outer one first, of longitudes and latitudes in degrees. */
export type Polygons = readonly (readonly (readonly Point[])[])[];

export type Area<Id> = { id: Id; outline: Polygons; marked: boolean };
export type DrawnMap<Id> = {
  width: number;
  height: number;
  /** The borders between all areas, each drawn once. */
  borders: string;
  /** The marked areas, closed, each with where its mark stands. */
  marked: { id: Id; path: string; at: Point }[];
};

const WIDTH = 480;
const MARGIN = 14;
const MOST_HEIGHT = 560;

/**
 * Draws areas of the earth as paths of a picture 480 wide and as high as they need (at most 560). The same areas in the same order
 * give the same paths. Borders are drawn to the whole unit: two neighbours share theirs, and what is too small to see weighs nothing.
 */
export function drawMap<Id>(areas: readonly Area<Id>[]): DrawnMap<Id> | null {
  const corners = cornersOf(areas);
  if (!corners) return null;
  const projection = geoMercator();
  const room = (height: number): [Point, Point] => [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, height - MARGIN],
  ];
  const shape = { type: 'MultiPoint' as const, coordinates: corners };
  projection.fitExtent(room(MOST_HEIGHT), shape);
  const [[, top], [, bottom]] = geoPath(projection).bounds(shape);
  const height = Math.round(bottom - top) + 2 * MARGIN;
  projection.fitExtent(room(height), shape);
  const flat = (ring: readonly Point[], scale: number): Point[] =>
    ring.map((point) => {
      const [x, y] = projection(point) ?? [0, 0];
      return [Math.round(x * scale) / scale, Math.round(y * scale) / scale];
    });
  const marked = areas
    .filter((area) => area.marked)
    .map(({ id, outline }) => {
      const polygons = outline.map((polygon) => polygon.map((ring) => flat(ring, 10)));
      return { id, path: polygons.flat().map(closed).join(''), at: middleOf(polygons) };
    });
  const rings = areas.flatMap(({ outline }) => outline.flatMap((polygon) => polygon.map((ring) => flat(ring, 1))));
  return { width: WIDTH, height, borders: bordersOf(rings), marked };
}

/** South-west and north-east of everything; null of nothing. */
function cornersOf(areas: readonly Area<unknown>[]): [Point, Point] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { outline } of areas)
    for (const polygon of outline)
      for (const [x, y] of polygon[0] ?? []) {
        [west, east] = [Math.min(west, x), Math.max(east, x)];
        [south, north] = [Math.min(south, y), Math.max(north, y)];
      }
  return west < east && south < north
    ? [
        [west, south],
        [east, north],
      ]
    : null;
}

/** In the middle of the largest polygon: islands off a coast do not pull the mark into the sea. */
function middleOf(polygons: readonly (readonly Point[][])[]): Point {
  const plane = geoPath();
  const shapes = polygons.map((polygon) => ({ type: 'Polygon' as const, coordinates: [...polygon] }));
  const [largest] = shapes.map((shape) => ({ shape, area: plane.area(shape) })).sort((a, b) => b.area - a.area);
  const [x, y] = largest && largest.area > 0 ? plane.centroid(largest.shape) : (polygons[0]?.[0]?.[0] ?? [0, 0]);
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

const number = (value: number) => String(Math.round(value * 10) / 10);
/** Steps from point to point, each written as short as SVG allows. */
const step = ([fromX, fromY]: Point, [x, y]: Point) => {
  const [dx, dy] = [number(x - fromX), number(y - fromY)];
  return `${dx}${dy.startsWith('-') ? '' : ' '}${dy}`;
};
const start = ([x, y]: Point) => `M${number(x)} ${number(y)}`;
const same = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

function closed(ring: readonly Point[]): string {
  let [path, at] = ['', ring[0] as Point];
  for (const point of ring.slice(1, -1)) {
    if (same(at, point)) continue;
    path += `${path === '' ? 'l' : step(at, point).startsWith('-') ? '' : ' '}${step(at, point)}`;
    at = point;
  }
  return path === '' ? '' : `${start(ring[0] as Point)}${path}z`;
}

/** The edges of all rings as few long lines, each edge once, whichever way round and however often it comes. */
function bordersOf(rings: readonly (readonly Point[])[]): string {
  const drawn = new Set<string>();
  let path = '';
  for (const ring of rings) {
    let open = false;
    for (let i = 1; i < ring.length; i += 1) {
      const [from, to] = [ring[i - 1] as Point, ring[i] as Point];
      if (same(from, to)) continue;
      const edge = [from.join(' '), to.join(' ')].sort().join(' ');
      if (drawn.has(edge)) open = false;
      else {
        drawn.add(edge);
        const next = step(from, to);
        path += open ? `${next.startsWith('-') ? '' : ' '}${next}` : `${start(from)}l${next}`;
        open = true;
      }
    }
  }
  return path;
}

/** Ways bend to their right, so that the one there and the one back lie apart. */
const bendOf = ([fromX, fromY]: Point, [toX, toY]: Point): Point => [
  (fromX + toX) / 2 - (toY - fromY) * 0.15,
  (fromY + toY) / 2 + (toX - fromX) * 0.15,
];

/** A bent line from one mark to another that ends `gap` short of both. */
export function wayBetween(from: Point, to: Point, gap: number): string {
  const bend = bendOf(from, to);
  // Marks that touch leave no room to stop before them.
  const short = Math.hypot(to[0] - from[0], to[1] - from[1]) > 2.5 * gap ? gap : 0;
  const towards = ([x, y]: Point): Point => {
    const far = Math.hypot(bend[0] - x, bend[1] - y) || 1;
    return [x + ((bend[0] - x) * short) / far, y + ((bend[1] - y) * short) / far];
  };
  const [start, end] = [towards(from), towards(to)];
  return `M${start.map(number).join(' ')}Q${bend.map(number).join(' ')} ${end.map(number).join(' ')}`;
}

/** Points along such a line, close enough that no name slips between them. */
function pointsAlong(from: Point, to: Point): Point[] {
  const bend = bendOf(from, to);
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 8);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const at = (axis: 0 | 1) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * to[axis];
    return [at(0), at(1)];
  });
}

export type Label = { x: number; y: number; anchor: 'start' | 'middle' | 'end' };
type Box = [left: number, top: number, right: number, bottom: number];

/** Where the name of each mark finds room beside the other marks and names, off the ways if it can; null of one that finds none. */
export function placeLabels(
  marks: readonly { name: string; at: Point }[],
  ways: readonly (readonly [from: Point, to: Point])[],
  radius: number,
  { width, height }: { width: number; height: number },
): (Label | null)[] {
  const taken: Box[] = marks.map(({ at: [x, y] }) => [x - radius, y - radius, x + radius, y + radius]);
  const crossed = ways
    .flatMap(([from, to]) => pointsAlong(from, to))
    .map(([x, y]): Box => [x - 1, y - 1, x + 1, y + 1]);
  const isInside = (box: Box) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
  return marks.map(({ name, at: [x, y] }) => {
    const off = radius + 4;
    const places: Label[] = [
      { x: x + off, y: y + 4, anchor: 'start' },
      { x: x - off, y: y + 4, anchor: 'end' },
      { x, y: y - off, anchor: 'middle' },
      { x, y: y + off + 8, anchor: 'middle' },
    ];
    const free = places.filter((place) => {
      const box = boxOf(place, name);
      return isInside(box) && !taken.some((other) => meet(other, box));
    });
    const label = free.find((place) => !crossed.some((other) => meet(other, boxOf(place, name)))) ?? free[0];
    if (label) taken.push(boxOf(label, name));
    return label ?? null;
  });
}

/** About what a name covers, in letters of 11.5. */
function boxOf({ x, y, anchor }: Label, name: string): Box {
  const long = name.length * 6.4;
  const left = { start: x, middle: x - long / 2, end: x - long }[anchor];
  return [left, y - 10, left + long, y + 3];
}
const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
