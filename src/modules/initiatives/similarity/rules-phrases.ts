import { fold } from '#platform/vietnamese.ts';
import { isCommonSyllable } from './rules-amounts.ts';
import { SYNONYMS } from './rules-synonyms.ts';
import { TOPICS } from './rules-topics.ts';
import { PEOPLE, STOCK } from './rules-vocabulary.ts';
import { type Word, wordsOf } from './rules-words.ts';

interface Entry {
  item: string;
  written: string;
  single: boolean;
}
/** A phrase that was found in a text, and of how many words. */
export interface Found {
  entry: Entry;
  length: number;
}

const LEXICON = lexicon();
const PHRASES = new Map<string, string[]>();
// How long the longest phrase is that begins with a word: most words begin none, and are not looked up six times.
const REACH = new Map<string, number>();
for (const [key, { item }] of LEXICON) {
  const plain = fold(key);
  const known = PHRASES.get(item) ?? [];
  if (!known.includes(plain)) PHRASES.set(item, [...known, plain]);
  const words = plain.split(' ');
  REACH.set(words[0] as string, Math.max(words.length, REACH.get(words[0] as string) ?? 0));
}

/** The phrases by which a topic is known, without marks. */
export const phrasesOf = (item: string): readonly string[] => PHRASES.get(item) ?? [];

function lexicon(): Map<string, Entry> {
  const all = new Map<string, Entry>();
  const add = (kind: string, text: string) => {
    for (const line of text.split('\n').filter(Boolean)) {
      const phrases = line.replace(/^~/, '').split(', ');
      const item = `${kind === 't' && line.startsWith('~') ? 'm' : kind}:${phrases[0]}`;
      for (const written of phrases) {
        const words = wordsOf(written);
        const plain = words.map((word) => word.plain).join(' ');
        // Of two phrases that differ by their marks alone each is known where marks are written; without them, the first.
        for (const key of [plain, words.map((word) => word.written).join(' ')])
          if (!all.has(key)) all.set(key, { item, written, single: !plain.includes(' ') });
      }
    }
  };
  add('t', TOPICS);
  add('p', PEOPLE);
  add('s', STOCK);
  add('c', SYNONYMS);
  return all;
}

export type Places = readonly boolean[];

/** Which words belong to a known phrase of several. */
export function phrasesIn(all: readonly Word[], marked: boolean): boolean[] {
  const inside = all.map(() => false);
  const nowhere = all.map(() => false);
  for (let at = 0; at < all.length; at += 1) {
    const found = phraseAt(all, nowhere, at, marked);
    if (!found || found.length < 2) continue;
    inside.fill(true, at, at + found.length);
    at += found.length - 1;
  }
  return inside;
}

/** The longest known phrase that begins at a word. One syllable alone is known by its marks too, where the text has any. */
export function phraseAt(all: readonly Word[], isPlace: Places, at: number, marked: boolean): Found | undefined {
  for (let length = Math.min(REACH.get(all[at]?.plain ?? '') ?? 0, all.length - at); length > 0; length -= 1) {
    if (isPlace.slice(at, at + length).includes(true)) continue;
    const words = all.slice(at, at + length);
    const plain = words.map((word) => word.plain).join(' ');
    const entry = (marked && LEXICON.get(words.map((word) => word.written).join(' '))) || LEXICON.get(plain);
    if (entry && !(entry.single && !isSure(entry, words[0] as Word, marked))) return { entry, length };
  }
  return undefined;
}

/** One syllable is known by its marks where a text has any; where it has none, only one that is not many words at once. */
const isSure = (entry: Entry, word: Word, marked: boolean) =>
  marked ? word.written === entry.written : !isCommonSyllable(word.plain);

/** Whether a longer phrase begins inside one: of "trồng cây ăn trái" the second counts. */
export function isCut(all: readonly Word[], isPlace: Places, at: number, length: number, marked: boolean): boolean {
  for (let inside = 1; inside < length; inside += 1) {
    const later = phraseAt(all, isPlace, at + inside, marked);
    if (later && later.length > length) return true;
  }
  return false;
}
