import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { settled } from '#modules/registers/cell/rules-letters.ts';
import type { RegisterRow } from '#modules/registers/row/rules-list.ts';
import type { Heading } from '#modules/registers/sheet/rules-headings.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { Meaning } from '#modules/registers/sheet/rules-meanings.ts';
import { columnLetter } from './rules-answer.ts';

/** A column as a person checks it: where it is, what stands over it, how it is read, and the first things in it. */
export interface ReadColumn {
  column: number;
  letter: string;
  heading: string;
  meaning: Meaning | '';
  samples: string[];
}

const SAMPLES = 3;
const LOOKED_AT = 50;
const WIDEST = 100;

/** The columns of a list, those with something over or in them. */
export function columnsOf(heading: Heading, mapping: Mapping, body: readonly RegisterLine[]): ReadColumn[] {
  const looked = settled(body.slice(0, LOOKED_AT));
  const width = Math.max(heading.columns.length, ...looked.map(({ cells }) => cells.length));
  return Array.from({ length: Math.min(width, WIDEST) }, (_, column): ReadColumn => {
    const texts = looked.map(({ cells }) => cells[column] ?? '').filter(Boolean);
    return {
      column,
      letter: columnLetter(column),
      heading: heading.columns[column] ?? '',
      meaning: mapping[column] ?? '',
      samples: [...new Set(texts)].slice(0, SAMPLES).map((text) => briefly(text, 60)),
    };
  }).filter(({ heading: over, meaning, samples }) => over !== '' || meaning !== '' || samples.length > 0);
}

/** The columns that a form names (`column-3` = `commune`), as a mapping. */
export function mappingIn(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, meaning]) => {
      const column = /^column-(\d{1,5})$/.exec(name)?.[1];
      return column && meaning ? [[column, meaning]] : [];
    }),
  );
}

/** A cell whose letters were put right. */
export interface RepairedCell {
  row: number;
  letter: string;
  before: string;
  after: string;
}

/** The first cells that were put right, in the columns that are read. */
export function repairedCells(
  rows: readonly Pick<RegisterRow, 'row' | 'raw' | 'cells' | 'changed'>[],
  mappingOf: (row: number) => Mapping,
  most: number,
): RepairedCell[] {
  const found: RepairedCell[] = [];
  for (const { row, raw, cells, changed } of rows) {
    if (found.length >= most) break;
    const mapping = changed.length > 0 ? mappingOf(row) : {};
    for (const column of changed)
      if (mapping[column])
        found.push({
          row,
          letter: columnLetter(column),
          before: briefly(raw[column] ?? '', 120),
          after: briefly(cells[column] ?? '', 120),
        });
  }
  return found.slice(0, most);
}

/** A text cut where a table would grow too tall, behind a word if one ends near; what is cut is marked. */
export function briefly(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = /\s/.test(text[most - 1]!) ? cut.length : cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : cut.length).replace(/[\s,;:]+$/, '')}…`;
}

type Counted = Record<'created' | 'updated' | 'invalid' | 'conflicting', number>;

/** What a person saw that pressing would do; what is written must be the same. */
export function expectation({ created, updated, invalid, conflicting }: Counted): string {
  return [created, updated, invalid, conflicting].join('-');
}

/** The message that says what pressing does: what is written, then what is left; null when there is nothing to write. */
export function willDo(counts: Counted): { key: string; params: Record<string, number> } | null {
  const { created, updated } = counts;
  if (created + updated === 0) return null;
  const what = created === 0 ? 'updated' : updated === 0 ? 'created' : 'both';
  const left = counts.invalid + counts.conflicting;
  // Rows that differ are not wrong: where there are some, what is left is called neither.
  const rest = left === 0 ? '' : counts.conflicting === 0 ? '.bad' : '.left';
  return { key: `register.do.${what}${rest}`, params: { created, updated, left } };
}
