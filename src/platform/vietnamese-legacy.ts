import { nfc } from './vietnamese.ts';

// TCVN 5712 (VN3), as .VnTime text looks when it is read as Western text: the characters, then the letters that they stand for.
const TCVN3_FROM = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ¡¢£¤¥¦§';
const TCVN3_TO = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ';
const TCVN3 = new Map([...TCVN3_FROM].map((from, i) => [from, TCVN3_TO[i]!]));

// VNI: a vowel, then a character for its marks; these pairs and the few single ones below.
const MARKS = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' } as const;
const ROOF = { â: '', á: '\u0301', à: '\u0300', å: '\u0309', ã: '\u0303', ä: '\u0323' } as const;
const BOWL = { ê: '', é: '\u0301', è: '\u0300', ú: '\u0309', ü: '\u0303', ë: '\u0323' } as const;
const VNI = vniTable();

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  const add = (from: string, to: string) => {
    table.set(from, to.normalize('NFC'));
    table.set(from.toUpperCase(), to.toUpperCase().normalize('NFC'));
    table.set(from[0]!.toUpperCase() + from.slice(1), (to[0]!.toUpperCase() + to.slice(1)).normalize('NFC'));
  };
  const bases = { a: 'a', e: 'e', o: 'o', u: 'u', y: 'y', ô: 'ơ', ö: 'ư' };
  for (const [base, letter] of Object.entries(bases))
    for (const [mark, tone] of Object.entries(MARKS)) add(base + mark, letter + tone);
  for (const base of ['a', 'e', 'o'])
    for (const [mark, tone] of Object.entries(ROOF)) add(base + mark, `${base}\u0302${tone}`);
  for (const [mark, tone] of Object.entries(BOWL)) add(`a${mark}`, `a\u0306${tone}`);
  const single = { ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ', ñ: 'đ' };
  for (const [from, to] of Object.entries(single)) add(from, to);
  return table;
}

const LETTERS_ABOVE = /[\u0080-\u00FF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;
// Letters that only Unicode has: a text with one of them was not written in an older encoding.
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/;
const ONSET = 'ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx]';
const SYLLABLE = new RegExp(`^(?:${ONSET})?[aăâeêioôơuưy]{1,3}(?:ch|nh|ng|[cmnpt])?$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** One line of text put right: what `nfc` does, and text of an older encoding (TCVN3, VNI, UTF-8 read as Western) turned into letters when that makes every word a possible Vietnamese one. `repaired` tells that letters changed. */
export function repairText(text: string): { text: string; repaired: boolean } {
  const plain = nfc(text);
  const changed = plain !== text && plain !== text.replace(/\s+/g, ' ').trim();
  if (!LETTERS_ABOVE.test(text) || UNICODE_ONLY.test(text) || impossibleWords(plain, text) === 0)
    return { text: plain, repaired: changed };
  for (const decoded of [fromUtf8(text), fromTcvn3(text), fromVni(text)]) {
    if (decoded !== null && decoded !== plain && impossibleWords(decoded, decoded) === 0)
      return { text: nfc(decoded), repaired: true };
  }
  return { text: plain, repaired: changed };
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

function isSyllable(word: string): boolean {
  // 'tÕ' is how 'tế' looks in TCVN3: nobody writes a capital inside a word.
  if (/\p{Ll}\p{Lu}/u.test(word)) return false;
  const apart = word.toLowerCase().normalize('NFD');
  return (apart.match(TONES) ?? []).length <= 1 && SYLLABLE.test(apart.replace(TONES, '').normalize('NFC'));
}

function fromTcvn3(text: string): string | null {
  if (/[\u0100-\uFFFF]/.test(text.replace(/[\u2000-\u206F]/g, ''))) return null;
  return [...text].map((character) => TCVN3.get(character) ?? character).join('');
}

function fromVni(text: string): string | null {
  if (/[\u0100-\uFFFF]/.test(text.replace(/[\u2000-\u206F]/g, ''))) return null;
  let decoded = '';
  for (let i = 0; i < text.length; ) {
    const pair = VNI.get(text.slice(i, i + 2));
    decoded += pair ?? VNI.get(text[i]!) ?? text[i]!;
    i += pair && text.length > i + 1 ? 2 : 1;
  }
  return decoded;
}

const WESTERN = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte]),
);

function fromUtf8(text: string): string | null {
  const bytes = [...text].map((character) => WESTERN.get(character));
  if (bytes.includes(undefined)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes as number[]));
  } catch {
    return null;
  }
}
