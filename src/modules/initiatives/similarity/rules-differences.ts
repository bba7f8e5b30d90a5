import { plainText } from '#platform/vietnamese.ts';

/** A stretch of a text; `differs` if none of its words stand in the other text. */
export interface Stretch {
  text: string;
  differs: boolean;
}

/** A text in stretches, told by which words the other text has too, whatever their marks and capitals, written out or not. */
export function differencesIn(text: string, other: string): Stretch[] {
  const known = new Set(plainText(other).split(' '));
  const stretches: Stretch[] = [];
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu)) {
    const last = stretches.at(-1);
    const isWord = /[\p{L}\p{N}]/u.test(piece);
    const differs = isWord
      ? !plainText(piece)
          .split(' ')
          .every((word) => known.has(word))
      : (last?.differs ?? false);
    if (last && last.differs === differs) last.text += piece;
    else stretches.push({ text: piece, differs });
  }
  return stretches;
}
