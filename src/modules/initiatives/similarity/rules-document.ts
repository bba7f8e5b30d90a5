import { fold } from '#platform/vietnamese.ts';
import { namesIn, placesAmong } from './rules-places.ts';
import { JOINING, PEOPLE, STOCK, TOPICS } from './rules-topics.ts';
import { type Word, wordsOf } from './rules-words.ts';

/** What is compared of a model: its title, what it does, where (as people write it), and in which year, which tells nothing. */
export interface Model {
  title: string;
  content?: string;
  place?: string;
  year?: string | number;
}

/** How often a text speaks of what: `t:` a topic, `m:` a setting, `p:` people, `s:` a stock phrase, `w:` another word, `b:` two of them. */
export type Items = Map<string, number>;

/** What stands for a model in a comparison. */
export interface Doc {
  title: Items;
  content: Items;
  /** The title's words without marks, places and years left out. */
  words: string[];
  /** Those of them that are neither stock phrases nor joining words. */
  core: string;
}

interface Entry {
  item: string;
  written: string;
  single: boolean;
}
interface Found {
  entry: Entry;
  length: number;
}

const JOINS = new Set(JOINING.trim().split(/\s+/).map(fold));
const LEXICON = lexicon();
const PHRASES = new Map<string, string[]>();
// How long the longest phrase is that begins with a word: most words begin none, and are not looked up six times.
const REACH = new Map<string, number>();
for (const [plain, { item }] of LEXICON) {
  PHRASES.set(item, [...(PHRASES.get(item) ?? []), plain]);
  const words = plain.split(' ');
  REACH.set(words[0] as string, Math.max(words.length, REACH.get(words[0] as string) ?? 0));
}

/** The phrases by which a topic is known, without marks. */
export const phrasesOf = (item: string): readonly string[] => PHRASES.get(item) ?? [];

function lexicon(): Map<string, Entry> {
  const all = new Map<string, Entry>();
  const add = (kind: string, text: string) => {
    for (const line of text.trim().split('\n')) {
      const phrases = line.replace(/^~/, '').split(', ');
      const item = `${kind === 't' && line.startsWith('~') ? 'm' : kind}:${phrases[0]}`;
      for (const written of phrases) {
        const plain = wordsOf(written)
          .map((word) => word.plain)
          .join(' ');
        if (!all.has(plain)) all.set(plain, { item, written, single: !plain.includes(' ') });
      }
    }
  };
  add('t', TOPICS);
  add('p', PEOPLE);
  add('s', STOCK);
  return all;
}

/** A model as it is compared. */
export function documentOf(model: Model): Doc {
  const known = namesIn(model.place ?? '');
  const { items, words, core } = partOf(model.title, known);
  return { title: items, content: partOf(model.content ?? '', known).items, words, core: core.join(' ') };
}

function partOf(text: string, known: readonly string[]): { items: Items; words: string[]; core: string[] } {
  const all = wordsOf(text);
  const marked = all.some((word) => word.written !== word.plain);
  const isPlace = placesAmong(all, known, phrasesIn(all, marked));
  const items: Items = new Map();
  const core: string[] = [];
  const count = (item: string) => items.set(item, (items.get(item) ?? 0) + 1);
  let before: string | undefined;
  for (let at = 0; at < all.length; ) {
    const found = isPlace[at] ? undefined : phraseAt(all, isPlace, at, marked);
    if (found && !isCut(all, isPlace, at, found.length, marked)) {
      count(found.entry.item);
      if (!found.entry.item.startsWith('s')) core.push(...all.slice(at, at + found.length).map((word) => word.plain));
      before = undefined;
      at += found.length;
      continue;
    }
    const word = all[at]?.plain as string;
    if (isPlace[at] || JOINS.has(word) || /^\d+$/.test(word)) {
      before = undefined;
    } else {
      count(`w:${word}`);
      if (before) count(`b:${before} ${word}`);
      core.push(word);
      before = word;
    }
    at += 1;
  }
  return { items, words: all.filter((_, at) => !isPlace[at]).map((word) => word.plain), core };
}

type Places = readonly boolean[];

/** Which words belong to a known phrase of several. */
function phrasesIn(all: readonly Word[], marked: boolean): boolean[] {
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
function phraseAt(all: readonly Word[], isPlace: Places, at: number, marked: boolean): Found | undefined {
  for (let length = Math.min(REACH.get(all[at]?.plain ?? '') ?? 0, all.length - at); length > 0; length -= 1) {
    if (isPlace.slice(at, at + length).includes(true)) continue;
    const words = all.slice(at, at + length);
    const entry = LEXICON.get(words.map((word) => word.plain).join(' '));
    if (entry && !(entry.single && marked && words[0]?.written !== entry.written)) return { entry, length };
  }
  return undefined;
}

/** Whether a longer phrase begins inside one: of "trồng cây ăn trái" the second counts. */
function isCut(all: readonly Word[], isPlace: Places, at: number, length: number, marked: boolean): boolean {
  for (let inside = 1; inside < length; inside += 1) {
    const later = phraseAt(all, isPlace, at + inside, marked);
    if (later && later.length > length) return true;
  }
  return false;
}
