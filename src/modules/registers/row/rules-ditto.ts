import type { SettledLine } from '#modules/registers/cell/rules-letters.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { Meaning } from '#modules/registers/sheet/rules-meanings.ts';
import type { FromAbove } from './rules-above.ts';

// Where offices write 'nt' or two strokes under what stands above; a name is always written out.
const REPEATED: readonly Meaning[] = [
  'registrant',
  'commune',
  'district',
  'unit',
  'unitCode',
  'field',
  'subject',
  'collective',
  'individual',
  'result',
  'recognised',
];
const DITTO = /^[\s.\-–]*(["“”″〃]|''|’’|\/\/|n\.?t|như trên)[\s.\-–]*$/iu;

/** Reads 'nt', '-nt-', 'như trên' and two strokes as the cell above, row by row. */
export class Ditto {
  readonly #columns: readonly number[];
  #last: SettledLine | null = null;

  constructor(mapping: Mapping) {
    this.#columns = Object.keys(mapping)
      .map(Number)
      .filter((column) => REPEATED.includes(mapping[column]!));
  }

  /** A model's line with what the row above says of it, and which cells these are. */
  fill(line: SettledLine): { line: SettledLine; filled: FromAbove[] } {
    const before = this.#last;
    const said = before ? this.#columns.filter((column) => isDitto(line.cells[column])) : [];
    this.#last = line;
    const columns = said.filter((column) => (before!.cells[column] ?? '').trim() !== '');
    if (columns.length === 0) return { line, filled: [] };
    const [cells, raw] = [[...line.cells], [...line.raw]];
    for (const column of columns) {
      cells[column] = before!.cells[column]!;
      raw[column] = before!.raw[column]!;
    }
    this.#last = { ...line, cells, raw };
    return { line: this.#last, filled: columns.map((column) => ({ column, from: before!.number })) };
  }

  /** Forgets what stood above: a heading inside the list begins a group of its own. */
  begin(): void {
    this.#last = null;
  }
}

const isDitto = (text: string | undefined) =>
  text !== undefined && text !== '' && text.length <= 12 && DITTO.test(text);
