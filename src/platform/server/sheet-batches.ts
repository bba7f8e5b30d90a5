import { cellsInCsv, headerInCsv, type SheetColumn, type SheetValue, type SheetValues } from './sheet-writer.ts';

/** What parts the cells of a batch. No cell holds it: whoever asks the database takes it out of what people wrote. */
export const CELL = '\u001f';

/**
 * What one cell of a batch says in a file: the text of its column (of none: it is left out), or, where many rows have it alike,
 * the values of its columns by what the cell holds (ASCII), asked for once.
 */
export interface BatchCell {
  columns: readonly SheetColumn[];
  values?: (key: string) => SheetValues;
}

/** Rows as the database sets them side by side: a text for each batch, of each row its cells in their order, all parted by CELL. */
export type Batches = AsyncIterable<string>;

/** So many are remembered at once: a year's days, not those of all years. */
const REMEMBERED = 10_000;

export const columnsOf = (cells: readonly BatchCell[]): SheetColumn[] => cells.flatMap((cell) => cell.columns);

/** The rows of batches, for a workbook. */
export async function* rowsOfBatches(
  cells: readonly BatchCell[],
  batches: Batches,
): AsyncGenerator<Generator<SheetValues>> {
  const valuesOf = cells.map(({ columns, values }) =>
    values ? remembered(values) : (text: string) => columns.map(({ kind }) => given(text, kind)),
  );
  for await (const text of batches) yield rowsIn(text, valuesOf);
}

function* rowsIn(text: string, valuesOf: ((cell: string) => SheetValues)[]): Generator<SheetValues> {
  if (text === '') return;
  const split = text.split(CELL);
  for (let from = 0; from < split.length; from += valuesOf.length)
    yield valuesOf.flatMap((values, i) => values(split[from + i]!));
}

const given = (text: string, kind: SheetColumn['kind']): SheetValue =>
  text !== '' && kind === 'number' ? Number(text) : text;

/**
 * The same as .csv, the bytes of a batch at a time. What people wrote goes from bytes to bytes and never becomes texts of its own: making
 * and forgetting a million of them took half the time of a list of a hundred thousand rows.
 */
export async function* csvOfBatches(cells: readonly BatchCell[], batches: Batches): AsyncGenerator<Uint8Array> {
  yield Buffer.from(headerInCsv(columnsOf(cells)));
  const shared = cells.map(({ columns, values }) =>
    values && columns.length > 0 ? remembered((key) => Buffer.from(cellsInCsv(columns, values(key)))) : undefined,
  );
  let size = 0;
  for await (const text of batches) {
    if (text === '') continue;
    const piece = new Piece(Math.max(size, text.length));
    const bytes = Buffer.from(text);
    for (let from = 0; from <= bytes.length; ) {
      let isFirst = true;
      for (let at = 0; at < cells.length; at += 1) {
        const to = endOfCell(bytes, from);
        const column = cells[at]!.columns[0];
        if (column) {
          if (!isFirst) piece.add(COMMA);
          isFirst = false;
          const said = shared[at];
          if (said) piece.add(said(bytes.toString('latin1', from, to)));
          else piece.addText(bytes, from, to, column);
        }
        from = to + 1;
      }
      piece.add(END_OF_LINE);
    }
    size = piece.length;
    yield piece.written();
  }
}

const [COMMA, END_OF_LINE] = [Buffer.from(','), Buffer.from('\r\n')];
const CELL_BYTE = CELL.charCodeAt(0);

function endOfCell(bytes: Uint8Array, from: number): number {
  let to = from;
  while (to < bytes.length && bytes[to] !== CELL_BYTE) to += 1;
  return to;
}

/** Bytes with which a text is no longer written as it is; so is one that begins with other than a Latin letter or a digit. */
const ODD = new Uint8Array(256);
for (const byte of Buffer.from('",;\t\r\n\0')) ODD[byte] = 1;
const beginsPlainly = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte > 0x40 && byte < 0x80) || (byte > 0xc2 && byte < 0xe2);

/** Bytes that grow. */
class Piece {
  length = 0;
  #bytes: Buffer;
  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
  add(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }
  /** A cell as people wrote it: as it is where nothing about it is odd, else as any text is written. */
  addText(bytes: Buffer, from: number, to: number, column: SheetColumn): void {
    this.#makeRoom(to - from);
    const into = this.#bytes;
    let length = this.length;
    let isPlain = from === to || (column.kind !== 'date' && beginsPlainly(bytes[from]!));
    for (let at = from; isPlain && at < to; at += 1) {
      const byte = bytes[at]!;
      if (ODD[byte]) isPlain = false;
      into[length] = byte;
      length += 1;
    }
    if (isPlain) this.length = length;
    else this.add(Buffer.from(cellsInCsv([column], [bytes.toString('utf8', from, to)])));
  }
  #makeRoom(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(2 * (this.length + more));
    grown.set(this.written());
    this.#bytes = grown;
  }
}

/** What is made of a key, each worked out once. */
function remembered<T>(made: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const fresh = made(key);
    known.set(key, fresh);
    return fresh;
  };
}
