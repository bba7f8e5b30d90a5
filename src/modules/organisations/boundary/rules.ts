/** A point of the earth: longitude, then latitude, in degrees of WGS 84. */
export type Position = [longitude: number, latitude: number];

/** The outline of a unit as GeoJSON: polygons of rings, of each the outer one first, every ring closed. */
export interface Outline {
  type: 'MultiPolygon';
  coordinates: Position[][][];
}

/** More than any coast of ours has; a file with more is refused before it is worked through. */
const MOST_RINGS = 5000;
const MOST_POINTS = 50_000;
/** Beyond so many points in a file, a hundred metres are fine enough for a map of a province, and ten weigh too much. */
const FINE_POINTS = 50_000;

/** What is wrong with a shape. */
export type ShapeProblem = 'type' | 'rings' | 'range' | 'many';

/** How many decimals of a degree are kept of a file with so many points: some ten metres, or some hundred. */
export const decimalsFor = (points: number): number => (points > FINE_POINTS ? 3 : 4);

/** How many positions stand in a shape, whatever else stands there; it is asked before the shape is checked. */
export function pointsIn(geometry: unknown): number {
  return polygonsOf(geometry)?.reduce<number>((sum, polygon) => sum + sumOf(polygon), 0) ?? 0;
}
const sumOf = (polygon: unknown): number =>
  Array.isArray(polygon) ? polygon.reduce<number>((sum, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0) : 0;

/** A shape as we keep it: rounded, points that fall together joined, rings too small to see left out; or what is wrong with it. */
export function outlineOf(geometry: unknown, decimals = 4): Outline | ShapeProblem {
  const polygons = polygonsOf(geometry);
  if (!polygons) return 'type';
  if (pointsIn(geometry) > MOST_POINTS) return 'many';
  const coordinates: Position[][][] = [];
  let rings = 0;
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return 'rings';
    rings += polygon.length;
    if (rings > MOST_RINGS) return 'many';
    const kept: Position[][] = [];
    for (const [index, ring] of polygon.entries()) {
      const read = ringOf(ring, decimals);
      if (typeof read === 'string') return read;
      // A hole without what it is a hole of would be land.
      if (read.length < 4 && index === 0) break;
      if (read.length >= 4) kept.push(read);
    }
    if (kept.length > 0) coordinates.push(kept);
  }
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : 'rings';
}

function polygonsOf(geometry: unknown): unknown[] | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (!Array.isArray(coordinates)) return null;
  if (type === 'Polygon') return [coordinates];
  return type === 'MultiPolygon' ? coordinates : null;
}

function ringOf(ring: unknown, decimals: number): Position[] | ShapeProblem {
  if (!Array.isArray(ring) || ring.length < 4) return 'rings';
  const scale = 10 ** decimals;
  const points: Position[] = [];
  for (const position of ring) {
    if (!Array.isArray(position)) return 'rings';
    const [longitude, latitude] = position as unknown[];
    if (!within(longitude, 180) || !within(latitude, 90)) return 'range';
    const point: Position = [Math.round(longitude * scale) / scale, Math.round(latitude * scale) / scale];
    if (!same(points.at(-1), point)) points.push(point);
  }
  const [first, last] = [points[0], points.at(-1)] as [Position, Position];
  return same(first, last) ? points : 'rings';
}

const within = (value: unknown, bound: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= bound;
const same = (a: Position | undefined, b: Position) => a !== undefined && a[0] === b[0] && a[1] === b[1];
