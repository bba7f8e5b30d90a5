import type { SettledLine } from '#modules/registers/cell/rules-letters.ts';
import type { Mapping } from '#modules/registers/sheet/rules-mapping.ts';
import type { Meaning } from '#modules/registers/sheet/rules-meanings.ts';
import { nfcLines } from '#platform/vietnamese.ts';
import type { NoteCode, ProblemCode, ReadableColumns, RowProblem } from './rules.ts';

type Params = RowProblem['params'];

// What a spreadsheet shows where a formula went wrong: no text of the office's.
const CELL_ERROR = /^(#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)|Err:\d{3})$/;

export function readableColumns(mapping: Mapping): ReadableColumns {
  const all = Object.entries(mapping).map(([column, meaning]) => ({ column: Number(column), meaning }));
  const first = new Map(all.map(({ meaning }, i) => [meaning, i] as const).reverse());
  return { all, first };
}

/** The cells of one row by what they mean, with what was found wrong on the way. */
export class RowCells {
  readonly problems: RowProblem<ProblemCode>[] = [];
  readonly notes: RowProblem<NoteCode>[] = [];
  repaired = 0;
  readonly #line: SettledLine;
  readonly #columns: ReadableColumns;
  readonly #texts: string[] = [];

  constructor(line: SettledLine, columns: ReadableColumns) {
    this.#line = line;
    this.#columns = columns;
    for (const { column, meaning } of columns.all) {
      const text = line.cells[column] ?? '';
      const failed = CELL_ERROR.test(text);
      this.#texts.push(failed ? '' : text);
      if (failed && meaning !== 'number') this.problem('cell.error', column, { text });
      if (line.changed.includes(column)) this.repaired += 1;
    }
  }

  /** True when some column holds this meaning. */
  has(meaning: Meaning): boolean {
    return this.#columns.first.has(meaning);
  }

  /** The text of the column that holds a meaning, '' without one. */
  text(meaning: Meaning): string {
    const at = this.#columns.first.get(meaning);
    return at === undefined ? '' : this.#texts[at]!;
  }

  /** The same with its line breaks, where nothing else had to be put right. */
  lines(meaning: Meaning): string {
    const text = this.text(meaning);
    if (text === '') return '';
    const raw = nfcLines(this.#line.raw[this.column(meaning) ?? -1] ?? '');
    return raw.replace(/\s+/g, ' ') === text ? raw : text;
  }

  /** Every column of a meaning that several may hold. */
  all(meaning: Meaning): { column: number; text: string }[] {
    return this.#columns.all.flatMap((one, i) =>
      one.meaning === meaning ? [{ column: one.column, text: this.#texts[i]! }] : [],
    );
  }

  column(meaning: Meaning): number | null {
    const at = this.#columns.first.get(meaning);
    return at === undefined ? null : this.#columns.all[at]!.column;
  }

  /** Notes what is wrong at a column; of a cell in which a formula failed nothing else is said. */
  problem(code: ProblemCode, at: Meaning | number | null, params: Params = {}): null {
    const column = typeof at === 'string' ? this.column(at) : at;
    if (!this.problems.some((problem) => problem.code === 'cell.error' && problem.column === column))
      this.problems.push({ row: this.#line.number, column, code, params: short(params) });
    return null;
  }

  note(code: NoteCode, at: Meaning | null, params: Params = {}): void {
    this.notes.push({
      row: this.#line.number,
      column: at === null ? null : this.column(at),
      code,
      params: short(params),
    });
  }
}

// A sentence quotes what stood in the cell; of a long cell its beginning is enough.
function short(params: Params): Params {
  const cut = (value: string | number) =>
    typeof value === 'string' && value.length > 120 ? `${value.slice(0, 119)}…` : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)]));
}
