import { isUnicode, type Letters, type Repaired, repairText, type Stretch } from '#platform/vietnamese-legacy.ts';

/** A line as it stands in a file; `fonts` names the fonts of its cells that show letters of the time before Unicode. */
export type RegisterLine = {
  number: number;
  cells: readonly string[];
  fonts?: Readonly<Record<number, readonly Stretch[]>> | null;
};

/** A line with its letters put right: `raw` as it stood in the file, `changed` the columns whose letters are others now. */
export type SettledLine = {
  number: number;
  cells: readonly string[];
  raw: readonly string[];
  changed: readonly number[];
};

/**
 * Puts the letters of lines right, each cell by itself: by its font where the file names one of the time before Unicode, else by what makes
 * words of it; what could be either follows most of the other cells of its row where none of these is in letters of Unicode.
 */
export function settled(lines: readonly RegisterLine[]): SettledLine[] {
  const repair = remembered((text) => repairText(text));
  return lines.map(({ number, cells: raw, fonts }) => {
    const found = raw.map((cell, column) => {
      const own = fonts?.[column];
      return own ? repairText(cell, own) : repair(cell);
    });
    const around = lettersAround(found, raw);
    const changed: number[] = [];
    const cells = found.map((cell, column) => {
      const follows = around && cell.letters !== around && !fonts?.[column];
      const settledCell = follows ? repairText(raw[column]!, undefined, around) : cell;
      if (settledCell.repaired) changed.push(column);
      return settledCell.text;
    });
    return { number, cells, raw, changed: changed.length > 0 ? changed : NONE };
  });
}

/** True for lines saved in an encoding without Vietnamese letters, which left a question mark for each: 'Ph??ng V?nh Thanh'. They cannot be put right. */
export function hasLostLetters(lines: readonly Pick<RegisterLine, 'cells'>[]): boolean {
  const sample = lines.slice(0, 200);
  const lost = sample.filter(({ cells }) => cells.filter((cell) => /\p{L}\?+\p{L}/u.test(cell)).length > 1);
  return lost.length > 1 && lost.length * 2 > sample.length;
}

const NONE: readonly number[] = [];

function lettersAround(found: readonly Repaired[], raw: readonly string[]): Letters | undefined {
  const times = new Map<Letters, number>();
  for (const { letters } of found) if (letters) times.set(letters, (times.get(letters) ?? 0) + 1);
  if (times.size === 0 || found.some((cell, column) => !cell.letters && isUnicode(raw[column]!))) return undefined;
  const [first, second] = [...times].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

// Cells repeat themselves: places, fields, ticks. What is long or has become many is worked out anew rather than kept.
export function remembered<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = compute(text);
    if (text.length <= 200 && known.size < 20_000) known.set(text, value);
    return value;
  };
}
