import { kindOf, linesOf } from './lines.ts';
import type { Place, Trait } from './places.ts';
import { ACTS, type ActText } from './words/acts.ts';

/** A commune of the new province, with the old ones that it is made of. */
export interface NewPlace {
  place: Place;
  from: Place[];
}

const LAST = ACTS.at(-1) as ActText;
const MOST_HAMLETS = 20;

/**
 * What stands since the reorganisation where `places` stood: the new province and its communes. Their ids are 0 until the acts are
 * applied, but for those that go on as they were.
 */
export function placesSince(places: readonly Place[]): { province: Place; communes: NewPlace[] } {
  const province = newPlace(LAST.province?.code ?? '', LAST.province?.name ?? '', 'province', null, []);
  const communes = linesOf(LAST).flatMap(({ code, name, parts }) => {
    const from = places.filter((place) => place.level === 'commune' && parts.some((part) => part.code === place.code));
    return from.length > 0 ? [{ from, place: newPlace(code, name, kindOf(name), province, from) }] : [];
  });
  return { province, communes };
}

function newPlace(code: string, name: string, kind: string, parent: Place | null, from: readonly Place[]): Place {
  const traits = [...new Set(from.flatMap((place) => place.traits))].filter((trait) => fits(trait, kind));
  return {
    id: from.length === 1 ? (from[0] as Place).id : 0,
    code,
    level: parent ? 'commune' : 'province',
    kind,
    name,
    inText: name.slice(0, 1).toLowerCase() + name.slice(1),
    bare: name.replace(/^(Phường|Đặc khu|Xã|Tỉnh) /, ''),
    parent,
    hamlets: hamletsOf(kind, from),
    traits,
  };
}

function fits(trait: Trait, kind: string): boolean {
  if (trait === 'town') return kind !== 'commune';
  return kind !== 'ward' || (trait !== 'rural' && trait !== 'paddy');
}

/** The hamlets go on in the new commune; a ward numbers its quarters anew. */
function hamletsOf(kind: string, from: readonly Place[]): string[] {
  const all = from.flatMap((place) => place.hamlets);
  if (kind === 'ward') return all.slice(0, MOST_HAMLETS).map((_, at) => `khu phố ${at + 1}`);
  const names = all.map((each) => each.replace(/^(ấp|khu phố) /, '')).filter((name) => !/^\d/.test(name));
  const word = kind === 'special_zone' ? 'khu phố' : 'ấp';
  return [...new Set(names)].slice(0, MOST_HAMLETS).map((name) => `${word} ${name}`);
}
