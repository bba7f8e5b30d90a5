import { isCommon } from './rules-amounts.ts';
import type { Doc } from './rules-document.ts';
import { phrasesOf } from './rules-phrases.ts';

const MOST = 10;
const SHORTEST = 4;

/**
 * What to look for in the text of other models to find those that may be alike, most telling first: the phrases of the title's
 * topics, then of the content's, then rare words and pairs of words. Folded, as the stored text is.
 */
export function needlesOf(doc: Doc): string[] {
  const title = [...doc.title.keys()];
  const spoken = ` ${doc.words.join(' ')} `;
  const topics = title.filter((item) => /^[tm]:/.test(item));
  const said = topics.flatMap(phrasesOf).filter((phrase) => spoken.includes(` ${phrase} `));
  const others = title.filter((item) => /^[bw]:/.test(item) && !isCommon(item)).map((item) => item.slice(2));
  const main = [...doc.content.keys()].filter((item) => item.startsWith('t:') && !topics.includes(item));
  const alike = [...topics.filter((item) => item.startsWith('t')), ...main].map((item) => phrasesOf(item).slice(0, 4));
  const all = [...said, ...others, ...turns(alike)];
  return [...new Set(all)].filter((needle) => needle.length >= SHORTEST).slice(0, MOST);
}

/** One of each list in turn, so that no topic takes all the room. */
function turns(lists: readonly string[][]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
