import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import type { Merged } from '#modules/registers/sheet/rules-headings.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import { type Meaning, TEXT_PARTS } from '#modules/registers/sheet/rules-meanings.ts';

const CARRIED: ReadonlySet<Meaning | undefined> = new Set<Meaning>([
  'unit',
  'commune',
  'district',
  'unitCode',
  'field',
  'fieldMark',
  'registrant',
  'subject',
  'collective',
  'individual',
  'result',
  'recognised',
  'notRecognised',
  'submittedOn',
]);
// What makes a model of its own of a row under a name that is merged over several.
const OWN: ReadonlySet<Meaning | undefined> = new Set<Meaning>([
  'number',
  'registrant',
  'collective',
  'individual',
  'commune',
  'unit',
  'unitCode',
]);
const TEXTS: ReadonlySet<Meaning | undefined> = new Set(TEXT_PARTS);

/**
 * The lines under the heading, with what merging says: cells merged downwards speak for each of their rows where they say where, who, which
 * field or what result. A name merged over rows that bring nothing but more words ('- Hiến đất') is one model, whose words they are.
 */
export function filledDown(
  lines: readonly RegisterLine[],
  mapping: Mapping,
  headingRow: number,
  merges: readonly Merged[] = [],
): RegisterLine[] {
  const body = lines.filter((line) => line.number > headingRow);
  const tall = merges.filter((m) => m.bottom > m.top && m.left === m.right && m.top > headingRow);
  const named = tall.filter((m) => mapping[m.left] === 'name');
  const carried = tall.filter((m) => CARRIED.has(mapping[m.left]));
  if (named.length + carried.length === 0) return body;
  const at = new Map(body.map((line, i) => [line.number, i]));
  const joined = new Set<number>();
  for (const merge of named) {
    const top = at.get(merge.top);
    for (const i of top === undefined ? [] : below(at, merge)) {
      const isOwn = body[i]!.cells.some((cell, column) => OWN.has(mapping[column]) && cell.trim() !== '');
      if (isOwn) body[i] = withCell(body[i]!, body[top!]!, merge.left);
      else {
        body[top!] = withWords(body[top!]!, body[i]!, mapping);
        joined.add(i);
      }
    }
  }
  for (const merge of carried) {
    const top = body[at.get(merge.top) ?? -1];
    if (!top?.cells[merge.left]) continue;
    for (const i of below(at, merge)) body[i] = withCell(body[i]!, top, merge.left);
  }
  return joined.size === 0 ? body : body.filter((_line, i) => !joined.has(i));
}

function below(at: ReadonlyMap<number, number>, { top, bottom }: Merged): number[] {
  const found: number[] = [];
  for (let number = top + 1; number <= bottom; number += 1) {
    const i = at.get(number);
    if (i !== undefined) found.push(i);
  }
  return found;
}

function withCell(line: RegisterLine, from: RegisterLine, column: number): RegisterLine {
  const cells = [...line.cells];
  while (cells.length < column) cells.push('');
  cells[column] = from.cells[column] ?? '';
  const fonts = from.fonts?.[column];
  return { ...line, cells, ...(fonts && { fonts: { ...line.fonts, [column]: fonts } }) };
}

function withWords(line: RegisterLine, more: RegisterLine, mapping: Mapping): RegisterLine {
  const width = Math.max(line.cells.length, more.cells.length);
  const cells = Array.from({ length: width }, (_, column) => {
    const texts = [line.cells[column] ?? '', more.cells[column] ?? ''].filter((cell) => cell.trim() !== '');
    return TEXTS.has(mapping[column]) ? texts.join('\n') : (texts[0] ?? '');
  });
  return { ...line, cells };
}
