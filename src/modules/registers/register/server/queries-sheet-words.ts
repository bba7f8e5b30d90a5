import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { settled } from '#modules/registers/cell/rules-letters.ts';
import type { Translate } from '#platform/i18n.ts';
import { columnLetter, problemSentence } from '../rules-answer.ts';
import type { WhyNotWritten } from '../rules-problems.ts';

const WIDTHS: Record<string, number> = {
  number: 6,
  name: 48,
  registrant: 34,
  subject: 12,
  collective: 9,
  individual: 9,
};

/** How wide a column of such a meaning is, in characters. */
export const widthOf = (meaning: string | undefined) => WIDTHS[meaning ?? ''] ?? 20;

/** Why a row was not written, a line for each reason, with the column that it is about. */
export function whyText(why: readonly WhyNotWritten[], headings: readonly string[], t: Translate): string {
  const said = why.map((problem) => {
    const { column } = problem;
    const at =
      column === null
        ? ''
        : `${t('register.bad.at', { letter: columnLetter(column), heading: headings[column] ?? '' })} `;
    return at + problemSentence(problem, t);
  });
  return said.join('\n');
}

/** The cells of a line as they stood in the file; those in a font of the time before Unicode, which the new file does not have, as they were read. */
export function readable(line: RegisterLine): readonly string[] {
  if (!line.fonts) return line.cells;
  const read = settled([line])[0]?.cells;
  return line.cells.map((cell, column) => (line.fonts?.[column] ? (read?.[column] ?? cell) : cell));
}

/** Letters of a header: no marks, nothing that could end it. */
export function asciiName(fileName: string): string {
  const bare = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return bare || 'danh-sach';
}
