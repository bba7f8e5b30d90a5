import { isCommonSyllable } from './rules-amounts.ts';
import { SYNONYMS } from './rules-synonyms.ts';
import { TOPICS } from './rules-topics.ts';
import { PEOPLE, STOCK } from './rules-vocabulary.ts';
import { type Word, wordsOf } from './rules-words.ts';

interface Entry {
  item: string;
  written: string;
  single: boolean;
  /** Mentioned in contents of every kind: it counts only where the title names it. */
  quiet: boolean;
}
/** A phrase that was found in a text, and of how many words. */
export interface Found {
  entry: Entry;
  length: number;
}

/** Phrases syllable by syllable, without marks. */
interface Branch {
  next: Map<string, Branch>;
  entry?: Entry;
  /** Of phrases that differ by their marks alone each by its own: so it is known where marks are written; without them, the first is. */
  marked?: Map<string, Entry>;
}

const PHRASES = new Map<string, string[]>();
const ROOT = lexicon();

/** The phrases by which a topic is known, without marks. */
export const phrasesOf = (item: string): readonly string[] => PHRASES.get(item) ?? [];

function lexicon(): Branch {
  const root: Branch = { next: new Map() };
  const add = (kind: string, text: string) => {
    for (const line of text.split('\n').filter(Boolean)) {
      const phrases = line.replace(/^[~^]/, '').split(', ');
      const item = `${kind === 't' && line.startsWith('~') ? 'm' : kind}:${phrases[0]}`;
      PHRASES.set(item, [...new Set(phrases.map((written) => grow(root, item, written, line.startsWith('^'))))]);
    }
  };
  add('t', TOPICS);
  add('p', PEOPLE);
  add('s', STOCK);
  add('c', SYNONYMS);
  return root;
}

/** Adds a phrase, unless it is another item's already; its words without marks. */
function grow(root: Branch, item: string, written: string, quiet: boolean): string {
  const words = wordsOf(written);
  let branch = root;
  for (const { plain } of words) {
    const next = branch.next.get(plain) ?? { next: new Map() };
    branch.next.set(plain, next);
    branch = next;
  }
  const entry = { item, written, single: words.length === 1, quiet };
  if (branch.entry) {
    branch.marked ??= new Map([[markedOf(wordsOf(branch.entry.written)), branch.entry]]);
    if (!branch.marked.has(markedOf(words))) branch.marked.set(markedOf(words), entry);
  } else branch.entry = entry;
  return words.map(({ plain }) => plain).join(' ');
}

function markedOf(words: readonly Word[]): string {
  return words.map(({ written }) => written).join(' ');
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
  let branch = ROOT.next.get(all[at]?.plain ?? '');
  let longest: Found | undefined;
  for (let length = 1; branch && !isPlace[at + length - 1]; length += 1) {
    const entry = (marked && branch.marked?.get(markedOf(all.slice(at, at + length)))) || branch.entry;
    if (entry && !(entry.single && !isSure(entry, all[at] as Word, marked))) longest = { entry, length };
    branch = branch.next.get(all[at + length]?.plain ?? '');
  }
  return longest;
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
