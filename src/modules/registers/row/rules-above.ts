import type { SettledLine } from '#modules/registers/cell/rules-letters.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { Meaning } from '#modules/registers/sheet/rules-meanings.ts';
import { isTotalsRow } from './rules-lines.ts';

// What offices write once for all rows of a group; cells merged downwards lose their merging in a text table.
const GROUPED: readonly (readonly Meaning[])[] = [['commune', 'unit', 'unitCode', 'district'], ['field']];

/** A cell that was empty and is read as the one above: in which column, and the row that speaks for it. */
export type FromAbove = { column: number; from: number };

/**
 * Reads empty places and fields as those above them, in a list where at least half of the models leave them empty: there they are
 * written once for a group. In any other list an empty one is missing. `places` is false where a model may lie in no commune.
 */
export class Above {
  readonly #groups: { columns: number[]; last: SettledLine | null }[];

  constructor(body: readonly SettledLine[], mapping: Mapping, places: boolean) {
    const columnsOf = (meanings: readonly Meaning[]) =>
      Object.keys(mapping)
        .map(Number)
        .filter((column) => meanings.includes(mapping[column]!));
    const [name] = columnsOf(['name']);
    const named = body.filter((line) => hasText(line, name ?? -1));
    this.#groups = GROUPED.slice(places ? 0 : 1).flatMap((meanings) => {
      const columns = columnsOf(meanings);
      const bare = named.filter((line) => columns.every((column) => !hasText(line, column)));
      const empty = bare.filter((line) => !isTotalsRow(line.cells, mapping)).length;
      const models = named.length - bare.length + empty;
      return columns.length > 0 && empty < models && empty * 2 >= models ? [{ columns, last: null }] : [];
    });
  }

  /** A model's line with what the rows above say of it, and which cells these are. */
  fill(line: SettledLine): { line: SettledLine; filled: FromAbove[] } {
    const filled: FromAbove[] = [];
    let { cells, raw } = line;
    for (const group of this.#groups) {
      if (group.columns.some((column) => hasText(line, column))) group.last = line;
      else if (group.last) {
        const { last } = group;
        const said = group.columns.filter((column) => hasText(last, column));
        cells = withCells(cells, last.cells, said);
        raw = withCells(raw, last.raw, said);
        filled.push({ column: said[0]!, from: last.number });
      }
    }
    return filled.length > 0 ? { line: { ...line, cells, raw }, filled } : { line, filled };
  }

  /** Forgets what stood above: a heading inside the list begins a group of its own. */
  begin(): void {
    for (const group of this.#groups) group.last = null;
  }
}

function withCells(cells: readonly string[], from: readonly string[], columns: readonly number[]): string[] {
  const width = Math.max(cells.length, ...columns.map((column) => column + 1));
  return Array.from({ length: width }, (_, at) => (columns.includes(at) ? from[at]! : (cells[at] ?? '')));
}

const hasText = (line: SettledLine, column: number) => (line.cells[column] ?? '').trim() !== '';
