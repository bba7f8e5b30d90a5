import { naturalCompare, withoutKind } from '#platform/vietnamese.ts';

/** The parts of a model's text in the order in which a reader asks: why, how, with what result, where, by whom. */
export const READING_ORDER = [
  'reason',
  'objectives',
  'content',
  'outputs',
  'place',
  'forces',
  'resources',
  'sustaining',
] as const;
export type ReadingPart = (typeof READING_ORDER)[number];

/** True for a model that came from an office's list with a line or two, not from a whole form. */
export function isBrief(parts: Record<ReadingPart, string>): boolean {
  return parts.reason === '' && parts.outputs === '';
}

/** Where a model lives, as one says it: 'Xã Vĩnh Phú, Giang Thành'; empty when nothing is known. */
export function placeOf(unit: string | null, parent: string | null): string {
  return [unit, parent && withoutKind(parent)].filter(Boolean).join(', ');
}

const KIND = /^(Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường|Đặc khu)(?=\s)/;

/** A place in the middle of a sentence: 'xã Vĩnh Phú'. */
export function midSentence(place: string): string {
  return place.replace(KIND, (kind) => kind.toLowerCase());
}

/** A unit that models can be looked for in. */
export interface PlaceChoice {
  id: number;
  parentId: number | null;
  name: string;
}

/** Units as a list to choose from: each followed by those under it, alphabetical; `depth` is 0 for the outermost. */
export function inTreeOrder(places: readonly PlaceChoice[]): (PlaceChoice & { depth: number })[] {
  const known = new Set(places.map((place) => place.id));
  const under = (parentId: number | null, depth: number): (PlaceChoice & { depth: number })[] =>
    places
      .filter((place) => (place.parentId !== null && known.has(place.parentId) ? place.parentId : null) === parentId)
      .sort((a, b) => naturalCompare(a.name, b.name))
      .flatMap((place) => [{ ...place, depth }, ...under(place.id, depth + 1)]);
  return under(null, 0);
}
