import { fold } from '#platform/vietnamese.ts';
import { expanded, type Word } from './rules-words.ts';

// Kinds of units and places, without marks; what follows one of them is its name.
const KINDS = [
  'ap', 'khom', 'xa', 'phuong', 'thi tran', 'huyen', 'quan', 'thi xa', 'thanh pho', 'tinh', 'dac khu', 'khu pho', 'khu vuc',
  'thon', 'to dan pho', 'lang', 'ban', 'buon', 'phum', 'soc', 'xom', 'tp', 'tt', 'p', 'kp', 'tx', 'h', 'kenh', 'kinh', 'rach',
  'chua', 'truong', 'truong tieu hoc', 'trung hoc co so', 'trung hoc pho thong', 'mam non', 'chi bo', 'to', 'ben', 'cho', 'dao', 'khu',
]; // biome-ignore format: a list of words
const BY_LENGTH = [3, 2, 1].map((length) => new Set(KINDS.filter((kind) => kind.split(' ').length === length)));

// Before a name in small letters only these kinds are trusted: "xã hội" and "tổ phụ nữ" are no places.
const SURE = new Set([
  'ap',
  'khom',
  'xa',
  'phuong',
  'thi tran',
  'huyen',
  'thi xa',
  'thanh pho',
  'thon',
  'khu pho',
  'to dan pho',
]);
// These say something of a model besides where it is.
const SAYS_MORE = new Set([
  'truong',
  'truong tieu hoc',
  'trung hoc co so',
  'trung hoc pho thong',
  'mam non',
  'chi bo',
  'chua',
  'cho',
  'to',
  'kenh',
  'kinh',
  'rach',
  'ben',
  'khu',
  'dao',
]);
// What follows a kind in small letters and is no name.
const NO_NAME = new Set(
  'hoi van dien nong do thi bien nghia minh an toan vung sau xa gan nao khong la va co de cho duoc nay do ta ngheo bien gioi hai trong tren khac lan can ket hop to tu nha tap'.split(
    ' ',
  ),
);

/** The names that the field "place" of a model holds, without their kinds and marks: 'xã Vĩnh Phú, huyện X' → vinh phu, x. */
export function namesIn(place: string): string[] {
  const parts = place.split(/[,;/()–]| - /).map((part) => fold(part));
  return parts.map(withoutKind).filter((name) => name.length > 1);
}

function withoutKind(name: string): string {
  const words = name.split(' ').flatMap((word) => expanded(word)?.split(' ') ?? [word]);
  for (let at = 0; at < words.length - 1; ) {
    const length = kindAt(words.slice(at));
    if (length === 0) return words.slice(at).join(' ');
    at += length;
  }
  return words.at(-1) ?? '';
}

/** How many words from the start are a kind of unit; 0 if none. */
function kindAt(words: readonly string[]): number {
  return (
    3 - BY_LENGTH.findIndex((kinds, at) => words.length > 3 - at && kinds.has(words.slice(0, 3 - at).join(' '))) || 0
  );
}

/** Which words of a text name a place: those of the field "place", and what stands behind the kind of a unit. */
export function placesAmong(words: readonly Word[], known: readonly string[], inPhrase: readonly boolean[]): boolean[] {
  const isPlace = words.map(() => false);
  const plain = words.map((word) => word.plain);
  const hasCapitals = words.some((word) => word.capital && !word.opens && !/^\d/.test(word.written));
  for (const name of known) markName(plain, name.split(' '), isPlace);
  for (let at = 0; at < words.length; at += 1) {
    const length = [3, 2, 1].find((n, i) => BY_LENGTH[i]?.has(plain.slice(at, at + n).join(' '))) ?? 0;
    if (length === 0) continue;
    const kind = plain.slice(at, at + length).join(' ');
    const named = nameLength(words, at + length, SURE.has(kind) && !hasCapitals && !inPhrase[at]);
    if (named === 0) continue;
    const from = SAYS_MORE.has(kind) && !/^\d/.test(plain[at + length] ?? '') ? at + length : at;
    isPlace.fill(true, from, at + length + named);
  }
  return isPlace;
}

function markName(plain: readonly string[], name: readonly string[], isPlace: boolean[]): void {
  if (name.length < 2 && !/^\d+$/.test(name[0] ?? '')) return;
  for (let at = 0; at + name.length <= plain.length; at += 1) {
    if (name.every((word, i) => plain[at + i] === word)) isPlace.fill(true, at, at + name.length);
  }
}

/** How many words from `at` are a name: a number, words with capitals, or, in a text without any, two words that may be one. */
function nameLength(words: readonly Word[], at: number, trusted: boolean): number {
  const first = words[at];
  if (!first || first.opens) return 0;
  if (/^\d+[a-z]?$/.test(first.plain)) return 1;
  let length = 0;
  while (length < 4 && words[at + length]?.capital && !words[at + length]?.opens) length += 1;
  if (length > 0 || !trusted || NO_NAME.has(first.plain)) return length;
  return Math.min(2, words.length - at);
}
