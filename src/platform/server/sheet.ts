import type { Stretch } from '../vietnamese-legacy.ts';

/** Why a file could not be read as a table; each has a sentence under the message key `sheet.<code>`. */
export type SheetErrorCode = 'empty' | 'not_a_sheet' | 'too_large' | 'broken' | 'password' | 'no_rows';

export class SheetError extends Error {
  readonly code: SheetErrorCode;
  constructor(code: SheetErrorCode) {
    super(`sheet.${code}`);
    this.name = 'SheetError';
    this.code = code;
  }
}

/** The fonts of a row's cells that show letters of the time before Unicode, by column from 0; what stands in any other font is not named. */
export type RowFonts = Record<number, Stretch[]>;

/** A row that has some text: `number` is the one that Excel shows, `cells` are texts as a person sees them, '' where there is none; `formulas` are the columns, from 0, whose text an .xlsx reckons. */
export type SheetRow = { number: number; cells: string[]; fonts?: RowFonts; formulas?: number[] };

/** Merged cells: rows as Excel numbers them, columns counted from 0, all inclusive. */
export type Merge = { top: number; left: number; bottom: number; right: number };

export type Sheet = { name: string; rows: SheetRow[]; merges: Merge[] };

/** What a file may hold at most. `cells` counts the places of the table, `characters` its texts, `unfolded` the bytes inside the zip. */
export type SheetLimits = typeof LIMITS;

export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  cells: 4_000_000,
  characters: 60_000_000,
  entries: 200,
  unfolded: 200 * 1024 * 1024,
  ratio: 100,
  seconds: 20,
};

/** Counts what is read and stops as soon as a limit is passed, so that memory stays bounded whatever the file says. */
export class SheetCounter {
  #rows = 0;
  #cells = 0;
  #characters = 0;
  readonly #limits: SheetLimits;
  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }
  row(cells: readonly string[]): void {
    this.#rows += 1;
    this.#cells += cells.length;
    for (const cell of cells) this.#characters += cell.length;
    const { rows, cells: places, characters } = this.#limits;
    if (this.#rows > rows || this.#cells > places || this.#characters > characters) throw new SheetError('too_large');
  }
}

/** Cuts empty cells off the end of a row; true when something is left. */
export function trimRow(cells: string[]): boolean {
  while (cells.length > 0 && cells.at(-1)!.trim() === '') cells.pop();
  return cells.length > 0;
}
