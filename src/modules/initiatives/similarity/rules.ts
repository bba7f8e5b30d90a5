import type { Amounts } from './rules-amounts.ts';
import { type Doc, documentOf, type Model } from './rules-document.ts';

export { type Doc, documentOf, type Model } from './rules-document.ts';

export type Verdict = 'same' | 'different';

export interface Similarity {
  /** 0 nothing in common … 1 the same words; from 0.5 on the verdict is `same`. */
  score: number;
  verdict: Verdict;
}

/** How alike two models are, by the same code in the form, in the queue and on the command line. */
export function similarity(one: Model, other: Model): Similarity {
  return compare(documentOf(one), documentOf(other));
}

/**
 * How much each reason speaks for one model (or against it, below 0): found by logistic regression over the models of
 * tests/fixtures/similar-*.tsv that are marked for tuning, with part of the topics' phrases hidden at random, so that it also holds
 * for what no topic knows.
 */
const WEIGHTS = {
  topics: 2.9,
  leastShared: 2.4,
  leastNamed: 1.6,
  apart: -1.3,
  unsaid: -0.75,
  topicless: 0.5,
  words: 6.9,
  commonWords: 6.5,
  spelling: 1.2,
  slips: 5,
};
const TURNING_POINT = 2.5;
const NEARLY = 0.6;
const OF_A_FORM = 0.3;

/** The same for models that are compared with many. */
export function compare(a: Doc, b: Doc): Similarity {
  const score = sameWords(a, b) ? 1 : sameness(a, b);
  return { score, verdict: score >= 0.5 ? 'same' : 'different' };
}

function sameness(a: Doc, b: Doc): number {
  const reasons = reasonsFor(a, b);
  if (!reasons) return 0;
  let sum = -TURNING_POINT;
  for (const [reason, weight] of Object.entries(WEIGHTS)) sum += weight * reasons[reason as keyof typeof WEIGHTS];
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

export type Reasons = Record<keyof typeof WEIGHTS, number>;

/** What speaks for one model and what against it, the same whichever comes first; undefined of two that share nothing. */
export function reasonsFor(a: Doc, b: Doc): Reasons | undefined {
  const topics = cosine(a.topics, b.topics);
  const words = cosine(a.others, b.others);
  const spelling = alikeInLetters(a, b);
  if (topics + words === 0 && spelling < NEARLY) return undefined;
  const unsaid = Number(isUnsaid(a, b)) + Number(isUnsaid(b, a));
  const everyday = commonWords(a, b);
  // Each comes back to a thing of its own that the other never mentions, and tells it in the other's words: they are those of a form.
  const own = unsaid === 2 && everyday > 0.5 ? OF_A_FORM : 1;
  return {
    topics,
    leastShared: Math.min(sharedIn(a.topics, b.topics), sharedIn(b.topics, a.topics)),
    leastNamed: Math.min(namedAlso(a, b), namedAlso(b, a)),
    apart: areApart(a, b) ? 1 : 0,
    unsaid,
    topicless: Number(a.topics.sum === 0) + Number(b.topics.sum === 0),
    words: own * words,
    commonWords: own * everyday,
    spelling,
    slips: Math.max(0, spelling - NEARLY),
  };
}

function cosine(a: Amounts, b: Amounts): number {
  let shared = 0;
  for (const [item, weight] of a.of) shared += weight * (b.of.get(item) ?? 0);
  return shared === 0 ? 0 : shared / (a.length * b.length);
}

/** How much of what one speaks of the other speaks of too. */
function sharedIn(a: Amounts, b: Amounts): number {
  let shared = 0;
  for (const [item, weight] of a.of) if (b.of.has(item)) shared += weight;
  return a.sum === 0 ? 0 : shared / a.sum;
}

/** What share of the topics in a title the other speaks of anywhere; 0 of a title without one. */
function namedAlso(a: Doc, b: Doc): number {
  const named = a.named.topics;
  return named.filter((item) => b.topics.of.has(item)).length / Math.max(1, named.length);
}

/** Whether each title names a topic (or, without one, a setting) and neither speaks of what the other's title names. */
function areApart(a: Doc, b: Doc): boolean {
  if (a.named.heads.length === 0 || b.named.heads.length === 0) return false;
  const speaks = (doc: Doc, item: string) => doc.topics.of.has(item) || doc.settings.of.has(item);
  return !a.named.heads.some((item) => speaks(b, item)) && !b.named.heads.some((item) => speaks(a, item));
}

/** Whether a title names what its own content comes back to and the other never mentions: then they are about different things. */
const isUnsaid = (a: Doc, b: Doc) => a.named.topics.some((item) => a.content.has(item) && !b.topics.of.has(item));

/** What share of their everyday syllables they have in common: little by themselves, but they add up. */
function commonWords(a: Doc, b: Doc): number {
  const [one, other] = [a.others.everyday, b.others.everyday];
  const shared = one.filter((item) => b.others.of.has(item)).length;
  return (2 * shared) / Math.max(1, one.length + other.length);
}

/** Titles that differ by slips of the keyboard are alike letter by letter. */
function alikeInLetters(a: Doc, b: Doc): number {
  let shared = 0;
  for (const three of a.threes) if (b.threes.has(three)) shared += 1;
  return (2 * shared) / Math.max(1, a.threes.size + b.threes.size);
}

/** Two titles of the same words, with nothing against it in what else is known; also of words that alone tell nothing. */
function sameWords(a: Doc, b: Doc): boolean {
  const bare = a.content.size === 0 || b.content.size === 0;
  return bare && a.words.length > 0 && a.words.join(' ') === b.words.join(' ');
}
