import { fold } from '#platform/vietnamese.ts';
import { namesIn, placesAmong } from './rules-places.ts';
import { SYNONYMS } from './rules-synonyms.ts';
import { TOPICS } from './rules-topics.ts';
import { COMMON, JOINING, PEOPLE, STOCK } from './rules-vocabulary.ts';
import { type Word, wordsOf } from './rules-words.ts';

/** What is compared of a model: its title, what it does, where (as people write it), and in which year, which tells nothing. */
export interface Model {
  title: string;
  content?: string;
  place?: string;
  year?: string | number;
}

/**
 * How often a text speaks of what: `t:` a topic, `m:` a setting, `p:` people, `s:` a stock phrase, `c:` an everyday word by its first
 * synonym, `w:` another word, `b:` two of them.
 */
export type Items = Map<string, number>;

/** What stands for a model in a comparison. */
export interface Doc {
  title: Items;
  content: Items;
  /** The title's words without marks, places and years left out. */
  words: string[];
  /** Those of them that are neither stock phrases nor joining words. */
  core: string;
  /** What it speaks of, title and content together, by kind: how much of each thing. */
  topics: Amounts;
  settings: Amounts;
  others: Amounts;
}

/** So much of each thing; `length` is what makes texts of different lengths comparable. */
export interface Amounts {
  of: ReadonlyMap<string, number>;
  sum: number;
  length: number;
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
const COMMON_SYLLABLES = new Set(COMMON.trim().split(/\s+/));
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

/** A model as it is compared. */
export function documentOf(model: Model): Doc {
  const known = namesIn(model.place ?? '');
  const title = partOf(model.title, known);
  const content = partOf(model.content ?? '', known);
  return {
    title: title.items,
    content: content.items,
    words: title.words,
    core: title.core.join(' '),
    topics: amountsOf(title.items, content.items, 't'),
    settings: amountsOf(title.items, content.items, 'm'),
    others: amountsOf(withSynonyms(title), withSynonyms(content), 'cwb'),
  };
}

const withSynonyms = (part: Part): Items =>
  new Map([...part.spoken, ...[...part.items].filter(([item]) => item.startsWith('c'))]);

const TITLE = 1.6;
const WEIGHTS: Readonly<Record<string, number>> = { t: 1, m: 1, c: 1, b: 1, w: 1.5 };
const COMMON_WORD = 0.6;

/** Whether a word stands in every second text. */
export const isCommon = (item: string): boolean => item.startsWith('w') && COMMON_SYLLABLES.has(item.slice(2));

/** What a title says counts for more than what stands in the content alone, and a word that is repeated for a little more. */
function amountsOf(title: Items, content: Items, kinds: string): Amounts {
  const of = new Map<string, number>();
  for (const [items, times] of [
    [title, TITLE],
    [content, 1],
  ] as const)
    for (const [item, count] of items) {
      if (!kinds.includes(item[0] as string)) continue;
      const weight = isCommon(item) ? COMMON_WORD : (WEIGHTS[item[0] as string] as number);
      of.set(item, (of.get(item) ?? 0) + times * weight * (1 + 0.3 * (count - 1)));
    }
  const all = [...of.values()];
  const sum = all.reduce((total, each) => total + each, 0);
  return { of, sum, length: Math.sqrt(all.reduce((total, each) => total + each * each, 0)) };
}

interface Part {
  items: Items;
  /** Each word that is no stock phrase, and each two, also inside the phrases of topics: whoever knows no phrase still knows these. */
  spoken: Items;
  words: string[];
  core: string[];
}

function partOf(text: string, known: readonly string[]): Part {
  const all = wordsOf(text);
  const marked = all.some((word) => word.written !== word.plain);
  const isPlace = placesAmong(all, known, phrasesIn(all, marked));
  const items: Items = new Map();
  const spoken: Items = new Map();
  const core: string[] = [];
  const count = (item: string, into = items) => into.set(item, (into.get(item) ?? 0) + 1);
  let before: string | undefined;
  let spokenBefore: string | undefined;
  const speak = (word: string) => {
    if (!JOINS.has(word)) count(`w:${word}`, spoken);
    if (spokenBefore && !JOINS.has(word)) count(`b:${spokenBefore} ${word}`, spoken);
    spokenBefore = JOINS.has(word) ? undefined : word;
  };
  for (let at = 0; at < all.length; ) {
    const found = isPlace[at] ? undefined : phraseAt(all, isPlace, at, marked);
    if (found && !isCut(all, isPlace, at, found.length, marked)) {
      count(found.entry.item);
      const words = all.slice(at, at + found.length).map((word) => word.plain);
      if (!found.entry.item.startsWith('s')) core.push(...words);
      if (/^[tmc]/.test(found.entry.item)) for (const word of words) speak(word);
      else spokenBefore = undefined;
      before = undefined;
      at += found.length;
      continue;
    }
    const word = all[at]?.plain as string;
    if (isPlace[at] || JOINS.has(word) || /^\d+$/.test(word)) {
      before = undefined;
      spokenBefore = undefined;
    } else {
      speak(word);
      count(`w:${word}`);
      if (before) count(`b:${before} ${word}`);
      core.push(word);
      before = word;
    }
    at += 1;
  }
  return { items, spoken, words: all.filter((_, at) => !isPlace[at]).map((word) => word.plain), core };
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
    const plain = words.map((word) => word.plain).join(' ');
    const entry = (marked && LEXICON.get(words.map((word) => word.written).join(' '))) || LEXICON.get(plain);
    if (entry && !(entry.single && !isSure(entry, words[0] as Word, marked))) return { entry, length };
  }
  return undefined;
}

/** One syllable is known by its marks where a text has any; where it has none, only one that is not many words at once. */
const isSure = (entry: Entry, word: Word, marked: boolean) =>
  marked ? word.written === entry.written : !COMMON_SYLLABLES.has(word.plain);

/** Whether a longer phrase begins inside one: of "trồng cây ăn trái" the second counts. */
function isCut(all: readonly Word[], isPlace: Places, at: number, length: number, marked: boolean): boolean {
  for (let inside = 1; inside < length; inside += 1) {
    const later = phraseAt(all, isPlace, at + inside, marked);
    if (later && later.length > length) return true;
  }
  return false;
}
