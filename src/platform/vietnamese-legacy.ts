import { nfc } from './vietnamese.ts';
import { isSyllable } from './vietnamese-syllables.ts';
import { fromTcvn3, fromUtf8, fromVni, fromWindows1258 } from './vietnamese-tables.ts';

/** Letters of the time before Unicode. Those of `tcvn3_capitals` are shown as capitals whatever they are (.VnTimeH). */
export type Letters = 'utf8' | 'tcvn3' | 'tcvn3_capitals' | 'vni' | 'windows_1258';

/** A stretch of a cell in one font: the letters that the font shows, '' for those of Unicode, and how many characters it is long. */
export type Stretch = readonly [Letters | '', number];

/** A text put right; `letters` are the older ones that it was in, `repaired` tells that letters changed. */
export interface Repaired {
  text: string;
  repaired: boolean;
  letters?: Letters;
}

const LETTERS_ABOVE = /[\u0080-\u00FF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;
// Letters that only Unicode has: a text with one of them was not written in an older encoding.
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/;
const DECODERS: readonly [Letters, (text: string) => string | null][] = [
  ['utf8', fromUtf8],
  ['tcvn3', fromTcvn3],
  ['vni', fromVni],
  ['windows_1258', fromWindows1258],
];

/** The letters that a font of that time shows ('.VnTime', 'VNI-Times'); '' for any other font. */
export function lettersOfFont(font: string): Letters | '' {
  if (/^VNI[- ]/i.test(font)) return 'vni';
  if (!/^\.Vn[a-z]/i.test(font)) return '';
  return /H\s*$/.test(font) ? 'tcvn3_capitals' : 'tcvn3';
}

/**
 * One line of text put right: what `nfc` does, and text of an older encoding turned into letters when that makes every word a possible
 * Vietnamese one. `fonts` says in which fonts a cell stands, `around` which older letters stand beside it: they settle what could be either.
 */
export function repairText(text: string, fonts?: readonly Stretch[], around?: Letters): Repaired {
  if (fonts) return byFonts(text, fonts);
  const plain = nfc(text);
  const changed = plain !== text && plain !== text.replace(/\s+/g, ' ').trim();
  const asItIs = { text: plain, repaired: changed };
  if (!LETTERS_ABOVE.test(text) || UNICODE_ONLY.test(text)) return asItIs;
  const doubtful = impossibleWords(plain, text);
  if (doubtful === 0 && !around) return asItIs;
  const likeliestFirst = around
    ? DECODERS.toSorted(([a], [b]) => Number(b === around) - Number(a === around))
    : DECODERS;
  for (const [letters, decode] of likeliestFirst) {
    if (doubtful === 0 && letters !== around) continue;
    const decoded = decode(text);
    if (decoded === null || decoded === plain) continue;
    // A long text may hold a slip of the pen or a foreign word.
    if (impossibleWords(decoded, decoded) * 5 <= doubtful) return { text: nfc(decoded), repaired: true, letters };
  }
  return asItIs;
}

/** True when a text is in letters of Unicode beyond doubt. */
export const isUnicode = (text: string) => UNICODE_ONLY.test(text);

function byFonts(text: string, fonts: readonly Stretch[]): Repaired {
  let at = 0;
  let put = '';
  for (const [letters, length] of fonts) {
    put += inFont(text.slice(at, at + length), letters);
    at += length;
  }
  const whole = repairText(put + text.slice(at));
  const inOld = fonts.find(([letters]) => letters !== '')?.[0];
  return put === text.slice(0, at) || !inOld ? whole : { text: whole.text, repaired: true, letters: inOld };
}

// A font may lie: text that was pasted in letters of Unicode stays, and so does what only reads well as it is.
function inFont(text: string, letters: Letters | ''): string {
  if (letters === '' || UNICODE_ONLY.test(text)) return text;
  const decoded = letters === 'vni' ? fromVni(text) : fromTcvn3(text);
  if (decoded === null) return text;
  if (impossibleWords(decoded, decoded) > impossibleWords(nfc(text), text)) return text;
  return letters === 'tcvn3_capitals' ? decoded.toUpperCase() : decoded;
}

/** How many words of a text stay impossible as Vietnamese, also after `repairText`: the fewer, the likelier its encoding was guessed right. */
export function doubtfulWords(text: string): number {
  const { text: repaired } = repairText(text);
  return impossibleWords(repaired, repaired);
}

// Words with letters beyond ASCII that no Vietnamese syllable can be; signs glued to letters count, a name in Latin letters does not.
function impossibleWords(text: string, raw: string): number {
  const glued =
    raw.match(/[A-Za-z][\u00A1-\u00BF\u00D7\u00F7\u00AD](?=[A-Za-z\s.,]|$)|[\u00A1-\u00BF\u00AD][A-Za-z]/g)?.length ??
    0;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return glued + words.filter((word) => /[^\x20-\x7E]/.test(word) && !isSyllable(word)).length;
}
