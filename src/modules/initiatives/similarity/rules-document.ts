import { fold } from '#platform/vietnamese.ts';
import { type Amounts, amountsOf, type Items, isCommon, isCommonSyllable } from './rules-amounts.ts';
import { isCut, phraseAt, phrasesIn } from './rules-phrases.ts';
import { namesIn, placesAmong } from './rules-places.ts';
import { JOINING } from './rules-vocabulary.ts';
import { type Word, wordsOf } from './rules-words.ts';

/** What is compared of a model: its title, what it does, where (as people write it), and in which year, which tells nothing. */
export interface Model {
  title: string;
  content?: string;
  place?: string;
  year?: string | number;
}

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
  /** The topics that the title names, and, without one, its settings. */
  named: { topics: readonly string[]; heads: readonly string[] };
  /** The core in stretches of three letters. */
  threes: ReadonlySet<string>;
}

const JOINS_WRITTEN = new Set(JOINING.trim().split(/\s+/));
const JOINS = new Set([...JOINS_WRITTEN].map(fold));

/** A model as it is compared. */
export function documentOf(model: Model): Doc {
  const known = namesIn(model.place ?? '');
  const title = partOf(model.title, known);
  const content = contentOf(model.content ?? '', known, title);
  const [named, settings] = ['t', 'm'].map((kind) => [...title.items.keys()].filter((item) => item.startsWith(kind)));
  return {
    named: { topics: named as string[], heads: (named?.length ? named : settings) as string[] },
    threes: threesOf(title.core.join(' ')),
    title: title.items,
    content: content.items,
    words: title.words,
    core: title.core.join(' '),
    topics: amountsOf(title.items, content.items, 't'),
    settings: amountsOf(title.items, content.items, 'm'),
    others: amountsOf(title.spoken, content.spoken, 'cwbuv'),
  };
}

const threesOf = (text: string) =>
  new Set(Array.from({ length: text.length }, (_, at) => ` ${text} `.slice(at, at + 3)));

interface Part {
  items: Items;
  /** Each word and each two, also inside the phrases of topics (whoever knows no phrase still knows these), and each everyday word. */
  spoken: Items;
  words: string[];
  core: string[];
  /** Whether it names a topic, or says at least as much of its own as others say too. */
  tells: boolean;
}

// Behind "TP." or "H." no sentence ends.
const SENTENCES = /(?<=[\p{L}\p{M}]{3}|[\d%)”"])[.;!?]+\s+|, (?=(?:[^\s,.;]+\s+){4})|\n/u;

/** What a content speaks of; sentences such as stand in every content (who led it, how it was praised) are left out beside others. */
function contentOf(text: string, known: readonly string[], title: Part): Pick<Part, 'items' | 'spoken'> {
  const all = text.split(SENTENCES).map((sentence) => partOf(sentence, known, title.items));
  const parts = all.filter((part, at) => part.tells && (at < 2 || isAbout(part, title)));
  if (parts.length === 0) parts.push(...all);
  return { items: sumOf(parts.map((part) => part.items)), spoken: sumOf(parts.map((part) => part.spoken)) };
}

/** Whether a sentence names a topic or takes up a word of the title that is not an everyday one. */
const isAbout = (part: Part, title: Part) =>
  [...part.items.keys()].some((item) => item.startsWith('t')) ||
  [...part.spoken.keys()].some((item) => !isCommon(item) && !item.startsWith('u') && title.spoken.has(item));

function sumOf(all: readonly Items[]): Items {
  const sum: Items = new Map();
  for (const each of all) for (const [item, count] of each) sum.set(item, (sum.get(item) ?? 0) + count);
  return sum;
}

function partOf(text: string, known: readonly string[], title?: Items): Part {
  let stock = 0;
  const all = wordsOf(text);
  const marked = all.some((word) => word.written !== word.plain);
  const isPlace = placesAmong(all, known, phrasesIn(all, marked));
  const items: Items = new Map();
  const spoken: Items = new Map();
  const core: string[] = [];
  const count = (item: string, into = items) => into.set(item, (into.get(item) ?? 0) + 1);
  let before: string | undefined;
  let spokenBefore: string | undefined;
  // Where marks are written "công" joins words and "cống" does not.
  const joins = (word: Word) => (marked ? JOINS_WRITTEN.has(word.written) : JOINS.has(word.plain));
  const speak = (word: Word) => {
    if (!joins(word)) {
      count(`w:${word.plain}`, spoken);
      if (marked) count(`${isCommonSyllable(word.plain) ? 'u' : 'v'}:${word.written}`, spoken);
      if (spokenBefore) count(`b:${spokenBefore} ${word.plain}`, spoken);
    }
    spokenBefore = joins(word) ? undefined : word.plain;
  };
  for (let at = 0; at < all.length; ) {
    const found = isPlace[at] ? undefined : phraseAt(all, isPlace, at, marked);
    if (found && !isCut(all, isPlace, at, found.length, marked)) {
      const { item, quiet } = found.entry;
      const kind = quiet && title && !title.has(item) ? 's' : item[0];
      if (kind === item[0]) count(item);
      const words = all.slice(at, at + found.length);
      if (kind === 's' || kind === 'p') stock += found.length;
      if (kind !== 's') core.push(...words.map((word) => word.plain));
      if (kind === 't' || kind === 'm') for (const word of words) speak(word);
      else spokenBefore = undefined;
      if (kind === 'c') count(item, spoken);
      before = undefined;
      at += found.length;
      continue;
    }
    const word = all[at] as Word;
    if (isPlace[at] || joins(word) || /^\d+$/.test(word.plain)) {
      before = undefined;
      spokenBefore = undefined;
      stock += 1;
    } else {
      speak(word);
      count(`w:${word.plain}`);
      if (before) count(`b:${before} ${word.plain}`);
      core.push(word.plain);
      before = word.plain;
    }
    at += 1;
  }
  const words = all.filter((_, at) => !isPlace[at]).map((word) => word.plain);
  const tells = [...items.keys()].some((item) => item.startsWith('t')) || stock < all.length / 2;
  return { items, spoken, words, core, tells };
}
