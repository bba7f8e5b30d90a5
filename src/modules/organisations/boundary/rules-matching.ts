import { fold, nfc, withoutKind } from '#platform/vietnamese.ts';
import { decimalsFor, type Outline, outlineOf, pointsIn, type ShapeProblem } from './rules.ts';

/** A unit that stands on the day, to find features of a file by. */
export interface MatchedUnit {
  id: number;
  code: string | null;
  name: string;
}

export const FOUND = ['code', 'name'] as const;
export type Outcome = (typeof FOUND)[number] | 'unknown' | 'ambiguous' | 'doubled' | ShapeProblem;

/** What became of a feature: by what its unit was found, or why it was not. `feature` counts from 1. */
export interface FeatureResult {
  feature: number;
  code: string;
  name: string;
  outcome: Outcome;
  unit: MatchedUnit | null;
  outline: Outline | null;
}

export const MOST_FEATURES = 20_000;

const CODES = ['code', 'unit_code', 'ma', 'ma_xa', 'maxa', 'ma_dvhc', 'madvhc', 'ma_don_vi'];
const NAMES = ['name', 'ten', 'ten_xa', 'tenxa', 'ten_dvhc', 'tendvhc', 'ten_don_vi'];

/** The features of a file's content; null if it is no GeoJSON FeatureCollection of at most 20,000. */
export function featuresOf(content: unknown): unknown[] | null {
  const { type, features } = (content ?? {}) as { type?: unknown; features?: unknown };
  return type === 'FeatureCollection' && Array.isArray(features) && features.length <= MOST_FEATURES ? features : null;
}

/** Finds the unit of each feature among those of a day: by its official code, else by its name, which only one unit may bear. */
export function matchFeatures(features: readonly unknown[], units: readonly MatchedUnit[]): FeatureResult[] {
  const find = finderOf(units);
  const shapes = features.map((feature) => (feature as { geometry?: unknown } | null)?.geometry);
  const decimals = decimalsFor(shapes.reduce<number>((sum, shape) => sum + pointsIn(shape), 0));
  const taken = new Set<number>();
  return features.map((feature, index) => {
    const properties = propertiesOf(feature);
    const code = textOf(properties, CODES);
    const name = textOf(properties, NAMES);
    const told = { feature: index + 1, code, name };
    const { outcome, unit } = find(code, name);
    if (!unit) return { ...told, outcome, unit: null, outline: null };
    if (taken.has(unit.id)) return { ...told, outcome: 'doubled', unit, outline: null };
    const outline = outlineOf(shapes[index], decimals);
    if (typeof outline === 'string') return { ...told, outcome: outline, unit, outline: null };
    taken.add(unit.id);
    return { ...told, outcome, unit, outline };
  });
}

type Found = { outcome: Outcome; unit: MatchedUnit | null };

/** A name with its kind is more than one without: `Phường Bình An` is not `Xã Bình An`, `Bình An` may be either. */
function finderOf(units: readonly MatchedUnit[]): (code: string, name: string) => Found {
  const byCode = new Map(units.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])));
  const byName = Map.groupBy(units, (unit) => fold(unit.name));
  const byBareName = Map.groupBy(units, (unit) => fold(withoutKind(unit.name)));
  return (code, name) => {
    const coded = code ? byCode.get(code) : undefined;
    if (coded) return { outcome: 'code', unit: coded };
    const named = name ? (byName.get(fold(name)) ?? byBareName.get(fold(name)) ?? []) : [];
    if (named.length > 1) return { outcome: 'ambiguous', unit: null };
    return named[0] ? { outcome: 'name', unit: named[0] } : { outcome: 'unknown', unit: null };
  };
}

function propertiesOf(feature: unknown): ReadonlyMap<string, unknown> {
  const properties = (feature as { properties?: unknown } | null)?.properties;
  return new Map(
    Object.entries(properties && typeof properties === 'object' ? properties : {}).map(([key, value]) => [
      fold(key).replaceAll(' ', '_'),
      value,
    ]),
  );
}

function textOf(properties: ReadonlyMap<string, unknown>, keys: readonly string[]): string {
  const value = keys
    .map((key) => properties.get(key))
    .find((each) => each !== undefined && each !== null && each !== '');
  return typeof value === 'string' || typeof value === 'number' ? nfc(String(value)).slice(0, 200) : '';
}
