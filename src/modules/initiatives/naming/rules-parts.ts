import { placesAmong } from '../similarity/rules-places.ts';
import { type Word, wordsOf } from '../similarity/rules-words.ts';
import { ACTIONS, BARE, BODIES, DEVICES, GENERIC, SLOGANS } from './rules-phrases.ts';

/** Phrases to look for: several syllables without marks, one with its marks where the text has any. */
type Phrases = ReadonlyMap<string, { written: string; length: number }>;

function phrases(text: string, separator: RegExp | string = /,\s*|\n/): Phrases {
  const all = new Map<string, { written: string; length: number }>();
  for (const written of text.trim().split(separator)) {
    const words = wordsOf(written);
    all.set(words.map((word) => word.plain).join(' '), { written, length: words.length });
  }
  return all;
}

export const PHRASES = {
  actions: phrases(ACTIONS),
  devices: phrases(DEVICES),
  bare: phrases(BARE),
  bodies: phrases(BODIES),
  generic: phrases(GENERIC),
  slogans: phrases(SLOGANS, '\n'),
};

/** A name taken apart: its words, which of them name a place, and whether it is written with marks. */
export interface Parts {
  words: Word[];
  isPlace: boolean[];
  marked: boolean;
}

export function partsOf(name: string): Parts {
  const words = wordsOf(name);
  const isPlace = placesAmong(words, [], inside(words, 'bare'));
  return { words, isPlace, marked: words.some((word) => word.written !== word.plain) };
}

/** Which words are covered by phrases of a kind; a longer phrase is taken before a shorter one. */
export function covered(parts: Parts, of: keyof typeof PHRASES): boolean[] {
  return cover(parts.words, parts.marked, PHRASES[of]);
}

const inside = (words: readonly Word[], of: keyof typeof PHRASES) =>
  cover(
    words,
    words.some((word) => word.written !== word.plain),
    PHRASES[of],
  );

function cover(words: readonly Word[], marked: boolean, among: Phrases): boolean[] {
  const is = words.map(() => false);
  const longest = longestOf(among);
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const found = among.get(plainOf(words.slice(at, at + length)));
      if (!found || (length === 1 && marked && words[at]?.written !== found.written)) continue;
      is.fill(true, at, at + length);
      at += length - 1;
      break;
    }
  }
  return is;
}

// Worked out once: it is asked for each name a dozen times.
const LONGEST = new Map(
  Object.values(PHRASES).map((each) => [each, Math.max(...[...each.values()].map(({ length }) => length))]),
);
const longestOf = (among: Phrases) => LONGEST.get(among) ?? 0;

export const plainOf = (words: readonly Word[]) => words.map((word) => word.plain).join(' ');
