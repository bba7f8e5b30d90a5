import { type Doc, documentOf, type Items, type Model } from './rules-document.ts';
import { COMMON } from './rules-topics.ts';

export { type Doc, documentOf, type Model } from './rules-document.ts';

export type Verdict = 'same' | 'different';

export interface Similarity {
  /** 0 nothing in common … 1 the same words; from 0.5 on the verdict is `same`. */
  score: number;
  verdict: Verdict;
}

// Measured on the models of tests/fixtures/similar-models.tsv, where recall and precision are held.
const WEIGHTS = { topic: 3, setting: 0.8, people: 0.4, stock: 0, pair: 1, word: 1.5, commonWord: 0.7 };
const TITLE = 1.6;
const TURNING_POINT = 0.15;
const ALIKE = 0.65;

const common = new Set(COMMON.trim().split(/\s+/));

/** How alike two models are, by the same code in the form, in the queue and on the command line. */
export function similarity(one: Model, other: Model): Similarity {
  return compare(documentOf(one), documentOf(other));
}

/** The same for models that are compared with many. */
export function compare(a: Doc, b: Doc): Similarity {
  const raw = Math.max(
    cosine(vector([a.title, TITLE], [a.content, 1]), vector([b.title, TITLE], [b.content, 1])),
    0.9 * cosine(vector([a.title, 1]), vector([b.title, 1])),
    0.9 * cosine(vector([a.content, 1]), vector([b.content, 1])),
    0.9 * spelling(a, b),
  );
  const score = spread(Math.min(1, raw * apart(a, b) * (0.7 + 0.3 * evidence(a, b))));
  return { score, verdict: score >= 0.5 ? 'same' : 'different' };
}

/** Puts the point at which the verdict turns at 0.5; three decimals. */
function spread(raw: number): number {
  const even =
    raw < TURNING_POINT ? (0.5 * raw) / TURNING_POINT : 0.5 + (0.5 * (raw - TURNING_POINT)) / (1 - TURNING_POINT);
  return Math.round(even * 1000) / 1000;
}

/** Whether a word stands in every second text. */
export const isCommon = (item: string): boolean => item.startsWith('w') && common.has(item.slice(2));

function weightOf(item: string): number {
  const word = item.slice(2);
  switch (item[0]) {
    case 't':
      return WEIGHTS.topic;
    case 'm':
      return WEIGHTS.setting;
    case 'p':
      return WEIGHTS.people;
    case 's':
      return WEIGHTS.stock;
    case 'b':
      return WEIGHTS.pair;
    default:
      return common.has(word) ? WEIGHTS.commonWord : WEIGHTS.word;
  }
}

function vector(...parts: [items: Items, times: number][]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [items, times] of parts)
    for (const [item, count] of items)
      sum.set(item, (sum.get(item) ?? 0) + weightOf(item) * times * (1 + 0.3 * (count - 1)));
  return sum;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [item, weight] of a) shared += weight * (b.get(item) ?? 0);
  return shared === 0 ? 0 : shared / (length(a) * length(b));
}

const length = (vector: ReadonlyMap<string, number>) =>
  Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));

/** Titles that differ by slips of the keyboard are alike letter by letter; also two without a word of their own. */
function spelling(a: Doc, b: Doc): number {
  if (a.core === '' && b.core === '') {
    const nothingElse = a.content.size === 0 || b.content.size === 0;
    return nothingElse && a.words.length > 0 && a.words.join(' ') === b.words.join(' ') ? 1 : 0;
  }
  const [one, other] = [threes(a.core), threes(b.core)];
  const shared = [...one].filter((three) => other.has(three)).length;
  const alike = (2 * shared) / Math.max(1, one.size + other.size);
  return alike >= ALIKE ? alike : 0;
}

const threes = (text: string) => new Set(Array.from({ length: text.length }, (_, at) => ` ${text} `.slice(at, at + 3)));

/** What a title names and its own content comes back to, and the other never mentions: then they are about different things. */
function apart(a: Doc, b: Doc): number {
  const [one, other] = [unsaid(a, b), unsaid(b, a)];
  if (one.all && other.all) return 0.5;
  return one.some || other.some ? 0.65 : 1;
}

function unsaid(of: Doc, by: Doc): { some: boolean; all: boolean } {
  const main = [...of.title.keys()].filter((item) => item.startsWith('t') && of.content.has(item));
  const missing = main.filter((item) => !by.title.has(item) && !by.content.has(item));
  return { some: missing.length > 0, all: missing.length > 0 && missing.length === main.length };
}

/** One rare word in common is little to go by: 1 from one topic or two rare words on. */
function evidence(a: Doc, b: Doc): number {
  let sum = 0;
  for (const item of new Set([...a.title.keys(), ...a.content.keys()])) {
    if (!b.title.has(item) && !b.content.has(item)) continue;
    if (item.startsWith('t')) sum += 1;
    else if (item.startsWith('m')) sum += 0.4;
    else if (item.startsWith('b')) sum += 0.5;
    else if (item.startsWith('w')) sum += common.has(item.slice(2)) ? 0.1 : 0.5;
  }
  return Math.min(1, sum);
}
