import type { Unit } from '#modules/organisations/unit/rules.ts';
import { distance, type Place, readPlace, WORD_OF_KIND } from './rules.ts';

/** A unit of the cycle's day as far as a list may name it. */
export type KnownUnit = Pick<Unit, 'id' | 'code' | 'name' | 'kind' | 'level' | 'parentId'>;

/** Looks units up by code, by name and by kin. `named` says with `exact` whether the kind agreed too. */
export type PlaceIndex = {
  hasDistricts: boolean;
  byId(id: number): KnownUnit | undefined;
  byCode(code: string): KnownUnit | undefined;
  named(place: Place, hint: 'commune' | 'district' | null): { candidates: KnownUnit[]; exact: boolean };
  near(place: Place): KnownUnit[];
  related(a: KnownUnit, b: KnownUnit): boolean;
  isUnder(unit: KnownUnit, above: KnownUnit): boolean;
  bareName(unit: KnownUnit): string;
  fullName(unit: KnownUnit): string;
  parentName(unit: KnownUnit): string;
};

const DISTRICT_WORDS = ['huyen', 'quan', 'thi xa', 'thanh pho'];

/** Builds the index once for a register. */
export function placeIndex(units: readonly KnownUnit[]): PlaceIndex {
  const ids = new Map(units.map((unit) => [unit.id, unit]));
  const codes = new Map(units.flatMap((unit) => (unit.code ? [[unit.code, unit] as const] : [])));
  const names = new Map<string, KnownUnit[]>();
  const bares = units.map((unit) => ({ unit, bare: readPlace(unit.name).bare }));
  for (const { unit, bare } of bares) names.set(bare, [...(names.get(bare) ?? []), unit]);
  const parentOf = (unit: KnownUnit) => (unit.parentId === null ? undefined : ids.get(unit.parentId));
  const isUnder = (unit: KnownUnit, above: KnownUnit): boolean => {
    for (let one: KnownUnit | undefined = unit; one; one = parentOf(one)) if (one.id === above.id) return true;
    return false;
  };
  const parentName = (unit: KnownUnit) => parentOf(unit)?.name ?? '';

  function named(place: Place, hint: 'commune' | 'district' | null) {
    const all = (names.get(place.bare) ?? []).filter((unit) => hint === null || fits(unit, hint, place.kind));
    const exact = place.kind === null ? all : all.filter((unit) => WORD_OF_KIND[unit.kind] === place.kind);
    // A ward that was a township last year, a city that was a town: the name stands when the kind has moved on.
    const level = place.kind !== null && DISTRICT_WORDS.includes(place.kind) ? 'district' : 'commune';
    const moved = place.kind === 'tinh' ? [] : all.filter((unit) => unit.level === level);
    return exact.length > 0 ? { candidates: exact, exact: true } : { candidates: moved, exact: false };
  }

  return {
    hasDistricts: units.some((unit) => unit.level === 'district'),
    byId: (id) => ids.get(id),
    byCode: (code) => codes.get(code) ?? codes.get(code.padStart(5, '0')) ?? codes.get(code.padStart(3, '0')),
    named,
    near: (place) => nearest(place, bares),
    related: (a, b) => isUnder(a, b) || isUnder(b, a),
    isUnder,
    bareName: (unit) => unit.name.split(' ').slice(-readPlace(unit.name).bare.split(' ').length).join(' '),
    fullName: (unit) =>
      [unit.name, parentOf(unit)?.level === 'district' ? parentName(unit) : ''].filter(Boolean).join(', '),
    parentName,
  };
}

// A column of communes may still hold a district's name with its kind said, and the other way round.
function fits(unit: KnownUnit, hint: 'commune' | 'district', kind: string | null): boolean {
  if (kind !== null && WORD_OF_KIND[unit.kind] === kind) return true;
  return hint === 'commune' ? unit.level === 'commune' : unit.level !== 'commune';
}

function nearest(place: Place, units: readonly { unit: KnownUnit; bare: string }[]): KnownUnit[] {
  if (place.bare.length < 3) return [];
  const most = place.bare.length > 8 ? 2 : 1;
  return units
    .map(({ unit, bare }) => ({ unit, away: distance(place.bare, bare, most) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ unit }) => unit);
}
