import type { FieldName } from '#modules/registers/cell/rules-fields.ts';
import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { readSection } from '#modules/registers/row/rules-lines.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';

/** A line of the file in which a person mends what was not written: its cells, and why, where it is a row. */
export interface LineToMend {
  cells: readonly string[];
  number: number | null;
}

/**
 * The rows that were left, each under the headings of the list that say where it belongs ('I. Huyện An Biên'), so that the file can
 * be read in again by itself. `sections` are the lines that were read as headings, also of a further table, `left` the rows, both in the file's order.
 */
export function linesToMend(
  sections: readonly RegisterLine[],
  left: readonly RegisterLine[],
  mapping: Mapping,
  fields: readonly FieldName[],
): LineToMend[] {
  const lines: LineToMend[] = [];
  let next = 0;
  for (const row of left) {
    const above = new Map<string, RegisterLine>();
    for (; next < sections.length && sections[next]!.number < row.number; next += 1) {
      const section = sections[next]!;
      const kind = kindOf(section.cells, mapping, fields);
      // The words over a table may take two rows.
      if (kind === 'table' && above.get(kind)?.number === section.number - 1) {
        above.set('table, lower row', section);
        continue;
      }
      // Of headings alike only the last one counts, and a district ends the commune above it.
      above.delete(kind);
      if (kind === 'district') above.delete('commune');
      if (kind === 'table') above.delete('table, lower row');
      above.set(kind, section);
    }
    for (const section of above.values()) lines.push({ cells: section.cells, number: null });
    lines.push({ cells: row.cells, number: row.number });
  }
  return lines;
}

function kindOf(cells: readonly string[], mapping: Mapping, fields: readonly FieldName[]): string {
  const section = readSection(cells, mapping, fields);
  if (!section) return 'table';
  if (section.place) return section.place.level;
  if (section.fieldId !== undefined) return 'field';
  if (section.subject) return 'subject';
  return section.verdict ? 'verdict' : `group ${section.rank}`;
}
