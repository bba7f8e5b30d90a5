import type { Level } from '#modules/organisations/unit/rules.ts';
import { fold, nfc } from '#platform/vietnamese.ts';
import { type Place, readPlace, splitPlaces, tonedKey, WORD_OF_KIND } from './rules.ts';
import { type KnownUnit, type PlaceIndex, placeIndex } from './rules-index.ts';

/** What a row says about its unit; every text may be missing, and `unit` may name commune and district together. */
export type UnitWords = { commune?: string; district?: string; unit?: string; code?: string };

export type UnitProblem =
  | 'unit.missing'
  | 'unit.unknown'
  | 'unit.ambiguous'
  | 'unit.wrong_parent'
  | 'unit.district_unknown'
  | 'unit.code_unknown'
  | 'unit.code_differs'
  | 'unit.wrong_level'
  | 'unit.outside';

export type UnitMatch =
  | { unitId: number; kindDiffers: boolean }
  | { error: UnitProblem; params: Record<string, string>; candidates: number[] };

export type UnitMatcher = (words: UnitWords) => UnitMatch;

/** Where a register stands: `level` of its registrations, and `officeId`, the unit whose list it is (its rows lie at or under it). */
export type UnitContext = { level?: Level; officeId?: number | null };

/** A function that finds the unit of a row among the units of the cycle's day; equal words are looked up once. */
export function unitMatcher(units: readonly KnownUnit[], context: UnitContext = {}): UnitMatcher {
  const index = placeIndex(units);
  const seen = new Map<string, UnitMatch>();
  return (words) => {
    const key = [words.commune, words.district, words.unit, words.code].join('\u0000');
    const before = seen.get(key);
    if (before) return before;
    const found = within(index, context, byWords(index, context, words));
    seen.set(key, found);
    return found;
  };
}

/**
 * What words name among the units of an office, whatever the level of its list: the level of the one unit, 'several', 'outside' for one that
 * neither lies in the office nor the office in it, or null.
 */
export function unitFinder({ units, officeId }: UnitContext & { units: readonly KnownUnit[] }) {
  const match = unitMatcher(units, { officeId: officeId ?? null });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const around = new Set<number>();
  for (let one = byId.get(officeId ?? 0); one; one = byId.get(one.parentId ?? 0)) around.add(one.id);
  return (words: UnitWords): Level | 'several' | 'outside' | null => {
    const found = match(words);
    if ('unitId' in found) return byId.get(found.unitId)?.level ?? null;
    if (found.error === 'unit.outside') return found.candidates.some((id) => around.has(id)) ? null : 'outside';
    return found.error === 'unit.ambiguous' ? 'several' : null;
  };
}

type Piece = Place & { hint: 'commune' | 'district' | null; candidates: KnownUnit[]; exact: boolean };

function byWords(index: PlaceIndex, context: UnitContext, words: UnitWords): UnitMatch {
  const code = codeIn(words);
  const pieces = piecesOf(index, words);
  if (!code) return pieces.length > 0 ? byNames(index, context, pieces) : problem('unit.missing', {});
  const unit = index.byCode(code);
  if (!unit) return problem('unit.code_unknown', { code });
  // Names beside a code say the same unit, one above it, or one inside it.
  const found = byNames(index, context, [...pieces, coded(code, [unit])]);
  const inside = 'unitId' in found && index.byId(found.unitId);
  if (inside && index.isUnder(inside, unit)) return { unitId: inside.id, kindDiffers: false };
  if ('error' in found && found.error === 'unit.ambiguous') return found;
  const other = pieces.find(({ candidates }) => !candidates.some((one) => index.related(one, unit))) ?? pieces[0]!;
  return problem('unit.code_differs', { code, unit: other.written, right: index.fullName(unit) }, [unit]);
}

const coded = (code: string, candidates: KnownUnit[], hint: Piece['hint'] = null): Piece => ({
  ...readPlace(code),
  kind: null,
  hint,
  candidates,
  exact: true,
});

// 'Xã Phú Mỹ (30799)'.
const CODE_BEHIND = /\s*[-–—(:,]\s*(\d{5})\s*\)?\s*$/;

function codeIn(words: UnitWords): string | null {
  const given = nfc(words.code ?? '').replace(/\.0+$/, '');
  const said = words.unit || words.commune || '';
  return given || (/^\s*(\d{2,6})(?=\s*(?:[-–—:.,]|$))/.exec(said)?.[1] ?? CODE_BEHIND.exec(said)?.[1] ?? null);
}

function piecesOf(index: PlaceIndex, words: UnitWords): Piece[] {
  // Where the district level is gone, a column that still names districts says nothing about today's units.
  const district = index.hasDistricts ? words.district : '';
  const hints = [
    ['commune', words.commune],
    ['district', district],
    [null, words.unit],
  ] as const;
  return hints.flatMap(([hint, text]) => {
    const code = hint === 'district' ? /^\s*(\d{2,3})(?:\.0+)?\s*$/.exec(text ?? '')?.[1] : undefined;
    if (code) return [coded(code, [index.byCode(code) ?? []].flat(), hint)];
    const names = nfc(text ?? '')
      .replace(/^\d{2,6}(\s*[-–—:.,]\s*|$)/, '')
      .replace(CODE_BEHIND, '');
    const whole = readPlace(names);
    // The whole cell first: a name may hold a hyphen ('Phan Rang - Tháp Chàm').
    if (names && index.named(whole, hint).candidates.length > 0)
      return [{ ...whole, hint, ...index.named(whole, hint) }];
    // 'Vĩnh Phú-Giang Thành': a hyphen parts what is no name with it.
    const parts = withoutHamlets(splitPlaces(names)).flatMap((part) =>
      part.includes('-') && index.named(readPlace(part), null).candidates.length === 0 ? part.split('-') : [part],
    );
    return parts.map((part, i) => {
      const place = readPlace(part);
      return { ...place, hint: i === 0 ? hint : null, ...index.named(place, i === 0 ? hint : null) };
    });
  });
}

// 'KP 3, P. Vĩnh Thanh': where in the commune.
function withoutHamlets(parts: string[]): string[] {
  const places = parts.filter((part) => !/^(ap|khu pho|kp|khom|to|thon|khu vuc|kv) /.test(fold(part)));
  return places.length > 0 ? places : parts;
}

function byNames(index: PlaceIndex, context: UnitContext, pieces: Piece[]): UnitMatch {
  // The province behind a comma says nothing that the register does not say already.
  const unknown = pieces.find((piece) => piece.candidates.length === 0);
  if (unknown) {
    const isDistrict =
      unknown.hint === 'district' ||
      (unknown.kind !== null && ['huyen', 'quan', 'thi xa', 'thanh pho'].includes(unknown.kind));
    const near = index.near(unknown);
    return problem(
      isDistrict ? 'unit.district_unknown' : 'unit.unknown',
      { unit: unknown.written, near: near.map(index.fullName).join('; ') },
      near,
    );
  }
  const agrees = (unit: KnownUnit) =>
    pieces.every((piece) => piece.candidates.some((other) => index.related(unit, other)));
  const agreed = [...new Set(pieces.flatMap((piece) => piece.candidates).filter(agrees))];
  // A single word may be a district and its township ('Kiên Lương'): then the register's level decides. Of several words the innermost counts.
  const fitting =
    pieces.length === 1
      ? agreed
      : agreed.filter((unit) => !agreed.some((other) => other !== unit && index.isUnder(other, unit)));
  if (fitting.length === 0) return contradiction(index, pieces);
  const one = choose(index, context, fitting, pieces);
  if (one) return { unitId: one.id, kindDiffers: pieces.some((piece) => !piece.exact) };
  // Those of another office's units are no choice.
  const inside = fitting.filter((unit) => isInOffice(index, context, unit));
  const choices = inside.length > 0 ? inside : fitting;
  return problem(
    'unit.ambiguous',
    { unit: pieces[0]!.written, candidates: choices.map(index.fullName).join('; ') },
    choices,
  );
}

function choose(index: PlaceIndex, context: UnitContext, fitting: KnownUnit[], pieces: Piece[]): KnownUnit | null {
  const narrower: ((unit: KnownUnit) => boolean)[] = [
    (unit) => isInOffice(index, context, unit),
    (unit) => pieces.some((piece) => piece.kind === WORD_OF_KIND[unit.kind] && piece.candidates.includes(unit)),
    (unit) => unit.level === context.level,
    (unit) => pieces.some((piece) => ` ${tonedKey(piece.written)}`.endsWith(` ${tonedKey(index.bareName(unit))}`)),
  ];
  let left = fitting;
  for (const keep of narrower) {
    const kept = left.filter(keep);
    if (kept.length > 0) left = kept;
  }
  return left.length === 1 ? left[0]! : null;
}

function isInOffice(index: PlaceIndex, { officeId }: UnitContext, unit: KnownUnit): boolean {
  const office = officeId ? index.byId(officeId) : undefined;
  return !office || index.isUnder(unit, office);
}

function contradiction(index: PlaceIndex, pieces: Piece[]): UnitMatch {
  const lowest = pieces.find((piece) => piece.candidates.some((unit) => unit.level === 'commune')) ?? pieces[0]!;
  const other = pieces.find((piece) => piece !== lowest) ?? lowest;
  const right = lowest.candidates.map((unit) => index.parentName(unit)).filter(Boolean);
  return problem(
    'unit.wrong_parent',
    { unit: lowest.written, parent: other.written, right: [...new Set(right)].join('; ') },
    lowest.candidates,
  );
}

function within(index: PlaceIndex, context: UnitContext, match: UnitMatch): UnitMatch {
  if ('error' in match) return match;
  const unit = index.byId(match.unitId)!;
  const office = context.officeId ? index.byId(context.officeId) : undefined;
  if (office && !index.isUnder(unit, office))
    return problem('unit.outside', { unit: index.fullName(unit), office: office.name }, [unit]);
  const tooHigh =
    (context.level === 'commune' && unit.level !== 'commune') ||
    (context.level === 'district' && unit.level === 'province');
  return tooHigh ? problem('unit.wrong_level', { unit: unit.name }, [unit]) : match;
}

function problem(error: UnitProblem, params: Record<string, string>, candidates: readonly KnownUnit[] = []): UnitMatch {
  return { error, params, candidates: candidates.map((unit) => unit.id) };
}

/** True when a text has the look of a unit: it begins with a kind's word, or is one of the known names. */
export function looksLikeUnit(text: string): boolean {
  const place = readPlace(text);
  return place.kind !== null && place.bare.split(' ').length <= 6 && fold(text).length < 60;
}
