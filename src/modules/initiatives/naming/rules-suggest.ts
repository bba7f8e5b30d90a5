import { fold } from '#platform/vietnamese.ts';
import { compare, type Doc, documentOf } from '../similarity/rules.ts';
import { type Advice, adviceOn, calm } from './rules.ts';
import { EXAMPLES } from './rules-examples.ts';
import { LONG_FORMS } from './rules-long-forms.ts';
import { partsOf } from './rules-parts.ts';

/** What a suggestion may be built from; each part may be missing. */
export interface Around {
  /** What the model does, as its form says. */
  content?: string;
  /** Where it is, as it should stand in the name: 'ấp Hòa Lợi', 'xã Vĩnh Phú'. */
  place?: string;
  /** Names of models of the library. */
  library?: readonly string[];
}

/** A unit as it stands within a name: 'Xã Vĩnh Phú' → 'xã Vĩnh Phú'. */
export const placeWithin = (unit: string | null): string | undefined =>
  unit === null ? undefined : unit.charAt(0).toLowerCase() + unit.slice(1);

const MOST = 3;
const WORDS_MIN = 8;
const WORDS_MAX = 18;
const NOWHERE = 'ấp …';
const BECAUSE =
  /[,;]?\s+(góp phần|nhằm|để góp phần|để nâng cao|qua đó|từ đó|tiến tới|hướng tới|giai đoạn)(?!\p{L}).*$/iu;

/** Names that may be better, best first, at most three; none for a good name. */
export function suggestionsFor(name: string, advice: readonly Advice[], around: Around = {}): string[] {
  if (advice.length === 0) return [];
  const place = around.place?.trim() || placeIn(name) || NOWHERE;
  const mended = placed(shortened(spelledOut(calm(name), advice)), advice, place);
  const writtenOut = advice.includes('abbreviation_only') ? mended : undefined;
  const own = placed(clauseOf(around.content ?? ''), ['no_place_or_group'], place);
  const hollow = advice.some((each) => HOLLOW.has(each));
  const candidates = [...(hollow ? [] : [mended]), own, ...alike(name, around, place)];
  const same = new Set([fold(name), '']);
  const better = candidates.filter((each) => {
    const key = advice.includes('shouting') || advice.includes('typo_or_encoding') ? each : fold(each);
    if (same.has(key) || each === name) return false;
    same.add(key);
    // An abbreviation written out is a help even where it still tells no act.
    const left = adviceOn(each.replace(NOWHERE, 'ấp 1')).filter((code) => code !== 'no_action' || each !== writtenOut);
    return !left.some((code) => HOLLOW.has(code) || code === 'too_long');
  });
  return better.slice(0, MOST);
}

// Nothing can be made of such a name itself.
const HOLLOW: ReadonlySet<Advice> = new Set(['generic', 'copied_slogan', 'no_action', 'says_result_only']);

function spelledOut(text: string, advice: readonly Advice[]): string {
  if (!advice.includes('abbreviation_only')) return text;
  const long = text.replace(/[\p{L}\d]+/gu, (word) => LONG_FORMS[word.toLowerCase()] ?? word);
  return capital(long);
}

/** Without its aims, and cut behind a comma once it is long enough. */
function shortened(text: string): string {
  const plain = text.replace(BECAUSE, '').replace(/[.;:]+$/, '');
  if (wordCount(plain) <= WORDS_MAX) return plain;
  let short = '';
  for (const clause of plain.split(',')) {
    if (wordCount(short) >= WORDS_MIN && wordCount(`${short},${clause}`) > WORDS_MAX) break;
    short = short === '' ? clause : `${short},${clause}`;
  }
  return short.trim();
}

const wordCount = (text: string) => text.split(' ').filter((word) => word !== '').length;

/** The place that a name holds already, as it is written there. */
function placeIn(name: string): string {
  const { words, isPlace } = partsOf(calm(name));
  const from = isPlace.indexOf(true);
  if (from < 0) return '';
  const to = isPlace.indexOf(false, from);
  const place = words.slice(from, to < 0 ? undefined : to);
  return place.map((word) => word.raw).join(' ');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function placed(text: string, advice: readonly Advice[], place: string): string {
  if (text === '' || !advice.includes('no_place_or_group')) return text;
  return adviceOn(text).includes('no_place_or_group') ? `${text} ${place}` : text;
}

/** The first clause of a text that says what is done, as a name. */
function clauseOf(content: string): string {
  const clauses = content.split(/[.;:\n]|, (?=\p{Lu})/u).map((clause) => clause.trim());
  const said = clauses
    .map((clause) => shortened(clause))
    .find((clause) => {
      const words = wordCount(clause);
      return words >= 4 && words <= WORDS_MAX && !adviceOn(clause).some((code) => HOLLOW.has(code));
    });
  return said === undefined ? '' : capital(said);
}

let made: { text: string; doc: Doc }[] | undefined;
/** The made-up names as they are compared: the same for every name, so taken apart once. */
function examples() {
  made ??= EXAMPLES.map(({ text, about: content }) => ({ text, doc: documentOf({ title: text, content }) }));
  return made;
}

/** A name of the library with another place: where it ends with its own, that one goes. */
function elsewhere(name: string): string {
  const { words, isPlace } = partsOf(name);
  const from = isPlace.indexOf(true);
  if (from <= 0 || isPlace.slice(from).includes(false)) return name;
  const place = words
    .slice(from)
    .map((word) => word.raw)
    .join(' ');
  const cut = name.lastIndexOf(place);
  if (cut <= 0) return name;
  return `${name
    .slice(0, cut)
    .replace(/\s+(ở|tại|của)\s*$/u, '')
    .trim()} {noi}`;
}

/** Names of the library and made-up ones that are nearest to what the name and the content speak of. */
function alike(name: string, { content, library = [] }: Around, place: string): string[] {
  const about = documentOf({ title: calm(name), content });
  const names = library.filter((each) => adviceOn(each).length === 0).map((text) => ({ text }));
  const own = names.map(({ text }) => ({ text: elsewhere(text), doc: documentOf({ title: text }) }));
  const scored = [...own, ...examples()].map(({ text, doc }) => ({
    text: text.replace('{noi}', place),
    score: compare(about, doc).score,
  }));
  const near = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
  return (near.length > 0 ? near : scored.slice(-EXAMPLES.length)).map(({ text }) => text).slice(0, MOST);
}
