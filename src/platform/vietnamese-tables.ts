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

const WESTERN = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(new Uint8Array([byte])), byte]),
);
// A byte that begins a letter of UTF-8, without one behind it that goes on.
const NOT_UTF8 = /[\u00C2-\u00F4](?![\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122])/;
const BEYOND = /[\u0100-\uFFFF]/;
const isBeyond = (text: string) => BEYOND.test(text.replace(/[\u2000-\u206F]/g, ''));

/** Text in the letters of TCVN3, read as Western text; null where it has others. */
export function fromTcvn3(text: string): string | null {
  if (isBeyond(text)) return null;
  return [...text].map((character) => TCVN3.get(character) ?? character).join('');
}

/** The same of VNI. */
export function fromVni(text: string): string | null {
  if (isBeyond(text)) return null;
  let decoded = '';
  for (let i = 0; i < text.length; ) {
    const pair = VNI.get(text.slice(i, i + 2));
    decoded += pair ?? VNI.get(text[i]!) ?? text[i]!;
    i += pair && text.length > i + 1 ? 2 : 1;
  }
  return decoded;
}

/** The same of UTF-8. */
export function fromUtf8(text: string): string | null {
  // Asked for nearly every cell of an old list: one look tells, and a decoder that fails is slow.
  if (NOT_UTF8.test(text)) return null;
  return decoded(text, 'utf-8');
}

/** The same of windows-1258, whose tones stand behind their letters. */
export function fromWindows1258(text: string): string | null {
  return decoded(text, 'windows-1258')?.normalize('NFC') ?? null;
}

function decoded(text: string, encoding: string): string | null {
  const bytes = Array.from(text, (character) => WESTERN.get(character));
  if (bytes.includes(undefined)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(new Uint8Array(bytes as number[]));
  } catch {
    return null;
  }
}
