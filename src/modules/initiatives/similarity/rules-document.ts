import { fold } from '#platform/vietnamese.ts';
import { type Amounts, amountsOf, type Items, isCommonSyllable } from './rules-amounts.ts';
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
  const content = partOf(model.content ?? '', known);
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
      count(found.entry.item);
      const words = all.slice(at, at + found.length);
      if (!found.entry.item.startsWith('s')) core.push(...words.map((word) => word.plain));
      const kind = found.entry.item[0];
      if (kind === 't' || kind === 'm') for (const word of words) speak(word);
      else spokenBefore = undefined;
      if (kind === 'c') count(found.entry.item, spoken);
      before = undefined;
      at += found.length;
      continue;
    }
    const word = all[at] as Word;
    if (isPlace[at] || joins(word) || /^\d+$/.test(word.plain)) {
      before = undefined;
      spokenBefore = undefined;
    } else {
      speak(word);
      count(`w:${word.plain}`);
      if (before) count(`b:${before} ${word.plain}`);
      core.push(word.plain);
      before = word.plain;
    }
    at += 1;
  }
  return { items, spoken, words: all.filter((_, at) => !isPlace[at]).map((word) => word.plain), core };
}
