import { fold, nfc } from '#platform/vietnamese.ts';

/** Kinds of unit: the folded word for each, with the short forms that offices write. */
const KINDS: Record<string, readonly string[]> = {
  tinh: ['tinh', 't'],
  'thanh pho': ['thanh pho', 'tp', 't p'],
  'thi xa': ['thi xa', 'tx', 't x'],
  huyen: ['huyen', 'h', 'hn', 'huyen dao'],
  quan: ['quan', 'q'],
  xa: ['xa', 'x', 'xa dao'],
  phuong: ['phuong', 'p', 'ph', 'f'],
  'thi tran': ['thi tran', 'tt', 't t', 't tran', 'ttr', 'thi tr'],
  'dac khu': ['dac khu', 'dk'],
};
const WORD_OF = new Map(Object.entries(KINDS).flatMap(([word, forms]) => forms.map((form) => [form, word] as const)));
const FORMS = [...WORD_OF.keys()].sort((a, b) => b.length - a.length).join('|');
const AT_START = new RegExp(`^(${FORMS}) (.+)$`);
const GLUED_NUMBER = /^([pqx])(\d+)$/;
// 'TTKiên Lương', 'XVĩnh Phú': the short form and the name in one word, told by the capital that begins the name.
const GLUED_NAME = /^(TT|TP|TX|[XPHQ])(?=\p{Lu}\p{Ll})/u;
const KIND_WORD = /^(thành phố|thị xã|thị trấn|đặc khu|huyện|quận|phường|xã|tỉnh|tp\.?|tx\.?|h\.)\s*\p{L}/iu;
// "Huyện đoàn", "Xã đội" are bodies, not places.
const COMMUNE_WORD = /^(xã(?! hội)|phường|thị trấn|đặc khu)\s+(?!(?:đoàn|đội|hội)$)\p{L}/iu;
const DISTRICT_WORD = /^(huyện(?! ủy| uỷ)|quận|thành phố|thị xã)\s+(?!(?:đoàn|đội|hội)$)\p{L}/iu;
// What may stand before the kind in the name of a place's own office.
const OFFICE =
  'ubnd|hdnd|ubmttq|mttq|bcd|bch|uy ban nhan dan|hoi dong nhan dan|uy ban mttq|dang uy|dang bo|ban chi dao|ban dan van|khoi dan van|to dan van|thuong truc';
const OFFICE_BEFORE = new RegExp(`^(?:(?:${OFFICE}) )+(?=(?:${FORMS}) )`);
const OFFICE_ONLY = new RegExp(`^(?:(?:${OFFICE})(?: |$))+$`);
const COMMITTEES: Record<string, string> = {
  'huyen uy': 'huyen',
  'thanh uy': 'thanh pho',
  'thi uy': 'thi xa',
  'tinh uy': 'tinh',
  'quan uy': 'quan',
};
const ORDINALS = 'mot hai ba tu nam sau bay tam chin muoi'.split(' ');

/** The word of a kind as the units table has it: 'ward' → 'phuong'. */
export const WORD_OF_KIND: Readonly<Record<string, string>> = {
  province: 'tinh',
  central_city: 'thanh pho',
  city: 'thanh pho',
  town: 'thi xa',
  district: 'huyen',
  urban_district: 'quan',
  commune: 'xa',
  ward: 'phuong',
  township: 'thi tran',
  special_zone: 'dac khu',
};

/** A place as written: its kind's word if it has one, its bare name folded, the text with its marks for the last doubt. */
export type Place = { kind: string | null; bare: string; written: string };

/** Reads one place: 'TT. Minh Lương' → thi tran, minh luong. 'Phường 02' and 'P2' are one, 'Thứ Mười Một' and 'Thứ 11' too. */
export function readPlace(text: string): Place {
  const words = fold(nfc(text).replace(GLUED_NAME, '$1 '))
    .replace(OFFICE_BEFORE, '')
    .replace(/^(huyen|thanh|thi|tinh|quan) uy(?= )/, (committee) => COMMITTEES[committee]!);
  const found = AT_START.exec(words) ?? GLUED_NUMBER.exec(words);
  const bare = found ? found[2]! : words;
  return { kind: found ? WORD_OF.get(found[1]!)! : null, bare: withDigits(bare), written: nfc(text) };
}

/** Splits a cell that names several places ('xã Vĩnh Phú - H. Giang Thành', 'P.Vĩnh Thanh (TP Rạch Giá)') into its parts. */
export function splitPlaces(text: string): string[] {
  const parts: string[] = [];
  const pieces = nfc(text)
    .split(/[,;/|()\n\u2013\u2014]|\s-\s?|-\s|\bthuộc\b/u)
    .flatMap((part) => splitAtKinds(part))
    .map((part) => part.trim())
    .filter((part) => fold(part) !== '');
  for (const piece of pieces) {
    // 'Vĩnh Phú (xã)': the kind stands behind.
    if (parts.length > 0 && WORD_OF.has(fold(piece))) parts.push(`${piece} ${parts.pop()}`);
    else parts.push(piece);
  }
  return parts;
}

/** The place in a registrant's name: 'Hội Nông dân xã Vĩnh Phú' → 'xã Vĩnh Phú'; '' when there is none. */
export function placeInside(text: string): string {
  const words = nfc(text).split(' ');
  const tails = words.map((_word, i) => words.slice(i).join(' '));
  return tails.find((tail) => COMMUNE_WORD.test(tail)) ?? tails.find((tail) => DISTRICT_WORD.test(tail)) ?? '';
}

// 'xã Vĩnh Phú huyện Giang Thành' without a comma: cut before each later word of a kind, but not after an office ('UBND xã …').
function splitAtKinds(part: string): string[] {
  const words = part.trim().split(' ');
  const pieces: string[][] = [[]];
  words.forEach((word, i) => {
    const before = pieces.at(-1)!;
    const starts =
      before.length > 0 && KIND_WORD.test(words.slice(i).join(' ')) && !OFFICE_ONLY.test(fold(before.join(' ')));
    if (starts && !/^(thị|thi)$/iu.test(words[i - 1]!)) pieces.push([word]);
    else before.push(word);
  });
  return pieces.map((piece) => piece.join(' '));
}

function withDigits(bare: string): string {
  return (
    bare
      .replace(/\b0+(?=\d)/g, '')
      .replace(/^thu (muoi )?(\w+)$/, (whole, tens: string | undefined, word: string) => {
        const ones = ORDINALS.indexOf(word) + 1;
        return ones > 0 ? `thu ${(tens ? 10 : 0) + ones}` : whole;
      })
      .replace(/\s+/g, ' ')
      // 'Kỳ' and 'Kì', 'Mỹ' and 'Mĩ', 'Quý' and 'Quí' are one.
      .replace(/(?<=(?:^| )(?:qu|[bcdghklmnprstvx]{1,3}))y(?= |$)/g, 'i')
  );
}

/** Letters with their marks, the tone moved to the end of each word: 'Hoà' and 'Hòa' are one, 'Hoa' is another. */
export function tonedKey(text: string): string {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return nfc(text)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => {
      const apart = word.normalize('NFD');
      return apart.replace(tones, '') + (apart.match(tones) ?? []).join('');
    })
    .join(' ');
}

/** How many letters must be changed to make one word of the other; Infinity above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]! <= most ? row[b.length]! : Number.POSITIVE_INFINITY;
}
