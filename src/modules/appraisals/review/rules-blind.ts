import { fold } from '#platform/vietnamese.ts';

/** What stands in place of a name. */
export const STRUCK = '█████';

const PLACE =
  /(?<!\p{L})(?:ấp|khu phố|khóm|thôn|bản|buôn|làng|tổ dân phố|xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+(.+)$/iu;

/** The places that a name ends with, each with its kind and without: "Chi hội Phụ nữ ấp Hòa Bình" tells of "ấp Hòa Bình". */
function placesIn(name: string): string[] {
  const [place, bare = ''] = PLACE.exec(name.normalize('NFC')) ?? [];
  if (!place) return [];
  // One word alone ("Phú", "3") stands in many other names.
  return [place, ...(/\s/.test(bare) ? [bare] : []), ...placesIn(bare)];
}

/**
 * A text with every name struck out, and the places in those names, however it is written: with marks or without, in capitals, over several spaces or lines.
 * Longer names go first, so that nothing of one is left beside a shorter one.
 */
export function redact(text: string, names: readonly string[]): string {
  const original = [...text.normalize('NFC')];
  // The text without marks, one blank for each run of what is neither letter nor digit, and where each of its letters stood.
  let plain = ' ';
  const at: number[] = [-1];
  original.forEach((letter, place) => {
    const folded = fold(letter);
    if (folded === '' && plain.endsWith(' ')) return;
    for (const each of folded === '' ? ' ' : folded) {
      plain += each;
      at.push(place);
    }
  });
  plain += ' ';
  at.push(original.length);
  const struck = new Set<number>();
  const first = new Set<number>();
  const needles = [...new Set(names.flatMap((name) => [name, ...placesIn(name)]).map(fold))].filter(
    (name) => name.length > 1,
  );
  for (const needle of needles.toSorted((a, b) => b.length - a.length)) {
    for (let from = plain.indexOf(` ${needle} `); from >= 0; from = plain.indexOf(` ${needle} `, from + 1)) {
      const [start, end] = [at[from + 1] as number, at[from + needle.length] as number];
      if (!struck.has(start)) first.add(start);
      for (let place = start; place <= end; place += 1) struck.add(place);
    }
  }
  return original.map((letter, place) => (struck.has(place) ? (first.has(place) ? STRUCK : '') : letter)).join('');
}
