import { COMMON } from './rules-vocabulary.ts';

/**
 * How often a text speaks of what: `t:` a topic, `m:` a setting, `p:` people, `s:` a stock phrase, `c:` an everyday word by its first
 * synonym, `w:` another word without its marks, `v:` with them (`u:` an everyday one), `b:` two of them.
 */
export type Items = Map<string, number>;

/** So much of each thing; `length` is what makes texts of different lengths comparable. */
export interface Amounts {
  of: ReadonlyMap<string, number>;
  sum: number;
  length: number;
  /** The everyday syllables among them. */
  everyday: readonly string[];
}

const TITLE = 1.6;
const COMMON_WORD = 0.6;
const WEIGHTS: Readonly<Record<string, number>> = { t: 1, m: 1, c: 1, b: 1, w: 1.5, v: 1.5, u: COMMON_WORD };
const COMMON_SYLLABLES = new Set(COMMON.trim().split(/\s+/));

/** Whether a syllable without its marks stands for many words, most of them everyday ones. */
export const isCommonSyllable = (plain: string): boolean => COMMON_SYLLABLES.has(plain);

/** Whether a word stands in every second text. */
export const isCommon = (item: string): boolean => item.startsWith('w') && isCommonSyllable(item.slice(2));

/** What a title says counts for more than what stands in the content alone, and a word that is repeated for a little more. */
export function amountsOf(title: Items, content: Items, kinds: string): Amounts {
  const of = new Map<string, number>();
  for (const [items, times] of [
    [title, TITLE],
    [content, 1],
  ] as const)
    for (const [item, count] of items) {
      if (!kinds.includes(item[0] as string)) continue;
      const weight = weightOf(item);
      of.set(item, (of.get(item) ?? 0) + times * weight * (1 + 0.3 * (count - 1)));
    }
  const all = [...of.values()];
  const sum = all.reduce((total, each) => total + each, 0);
  const length = Math.sqrt(all.reduce((total, each) => total + each * each, 0));
  return { of, sum, length, everyday: [...of.keys()].filter(isCommon) };
}

function weightOf(item: string): number {
  return isCommon(item) ? COMMON_WORD : (WEIGHTS[item[0] as string] as number);
}
