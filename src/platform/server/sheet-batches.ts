import { setImmediate } from 'node:timers/promises';
import { GrowingBytes } from './growing-bytes.ts';
import { cellsInCsv, headerInCsv, type SheetColumn, type SheetValue, type SheetValues } from './sheet-writer.ts';

/**
 * What is asked of the database side by side, and what a file says of it: a text of one column, or, where many rows have it alike, the
 * values of its columns by what was asked (ASCII), worked out once.
 */
export interface BatchCell {
  asked: readonly string[];
  columns: readonly SheetColumn[];
  values?: (...by: string[]) => SheetValues;
}

/** Rows as `copyOut` of the database tells them, of each what its cells ask, in their order. */
export type Batches = AsyncIterable<Uint8Array>;

/** So many are remembered at once: a year's days, not those of all years. */
const REMEMBERED = 10_000;
const TAB = 0x09;
const END_OF_ROW = 0x0a;

export const columnsOf = (cells: readonly BatchCell[]): SheetColumn[] => cells.flatMap((cell) => cell.columns);

/** The rows of batches, for a workbook. */
export async function* rowsOfBatches(
  cells: readonly BatchCell[],
  batches: Batches,
): AsyncGenerator<Generator<SheetValues>> {
  const shared = cells.map(({ values }) => (values ? new Remembered((by) => values(...by)) : undefined));
  for await (const batch of batches) yield rowsIn(bufferOf(batch), cells, shared);
}

function* rowsIn(
  bytes: Buffer,
  cells: readonly BatchCell[],
  shared: readonly (Remembered<SheetValues> | undefined)[],
): Generator<SheetValues> {
  for (let from = 0; from < bytes.length; ) {
    const row: SheetValue[] = [];
    for (let at = 0; at < cells.length; at += 1) {
      const { asked, columns } = cells[at]!;
      const to = endOf(bytes, from, asked.length);
      const said = shared[at];
      if (said) row.push(...said.of(bytes, from, to));
      else row.push(given(textIn(bytes, from, to), columns[0]!.kind));
      from = to + 1;
    }
    yield row;
  }
}

const given = (text: string, kind: SheetColumn['kind']): SheetValue =>
  text !== '' && kind === 'number' ? Number(text) : text;

/**
 * The same as .csv. What people wrote goes from bytes to bytes and never becomes texts of its own: making and forgetting a million of
 * them took half the time of a list of a hundred thousand rows.
 */
export async function* csvOfBatches(cells: readonly BatchCell[], batches: Batches): AsyncGenerator<Uint8Array> {
  yield Buffer.from(headerInCsv(columnsOf(cells)));
  const shared = cells.map(({ columns, values }) =>
    values ? new Remembered((by) => Buffer.from(cellsInCsv(columns, values(...by)))) : undefined,
  );
  let growth = 2;
  for await (const batch of batches) {
    const bytes = bufferOf(batch);
    const parcel = new GrowingBytes(Math.ceil(growth * bytes.length));
    for (let from = 0; from < bytes.length; ) {
      for (let at = 0; at < cells.length; at += 1) {
        const { asked, columns } = cells[at]!;
        if (at > 0) parcel.addByte(COMMA);
        const said = shared[at];
        if (said) {
          const to = endOf(bytes, from, asked.length);
          parcel.add(said.of(bytes, from, to));
          from = to + 1;
        } else from = addText(parcel, bytes, from, columns[0]!);
      }
      parcel.add(END_OF_LINE);
    }
    if (bytes.length > 0) growth = (parcel.length / bytes.length) * 1.1;
    yield parcel.added();
    // A long list leaves others their turn.
    await setImmediate();
  }
}

const COMMA = 0x2c;
const END_OF_LINE = Buffer.from('\r\n');
const bufferOf = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);

/** Where what begins here ends, so many cells of the database wide. */
function endOf(bytes: Uint8Array, from: number, wide: number): number {
  let left = wide;
  for (let to = from; to < bytes.length; to += 1) {
    const byte = bytes[to];
    if (byte === END_OF_ROW) return to;
    if (byte === TAB) left -= 1;
    if (left === 0) return to;
  }
  return bytes.length;
}

/** Bytes at which a text ends, or is no longer written as it is; so is one that begins with other than a Latin letter or a digit. */
const STOPS = new Uint8Array(256);
for (const byte of Buffer.from('\t\n",;\\\0')) STOPS[byte] = 1;
const beginsPlainly = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte > 0x40 && byte < 0x80) || (byte > 0xc2 && byte < 0xe2);

/**
 * Writes what people wrote: as it is where nothing about it is odd, for which room is made beforehand, else as any text is written.
 * Answers where the next cell begins.
 */
function addText(into: GrowingBytes, bytes: Buffer, from: number, column: SheetColumn): number {
  into.makeRoom(bytes.length - from);
  const { buffer } = into;
  let to = from;
  if (column.kind !== 'date' && beginsPlainly(bytes[from]!))
    for (let length = into.length; STOPS[bytes[to]!] === 0; to += 1) buffer[length++] = bytes[to]!;
  if (bytes[to] !== TAB && bytes[to] !== END_OF_ROW) {
    to = endOf(bytes, to, 1);
    into.add(Buffer.from(cellsInCsv([column], [textIn(bytes, from, to)])));
  } else into.length += to - from;
  return to + 1;
}

const TOLD: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function textIn(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString('utf8', from, to);
  return text.includes('\\') ? text.replace(/\\(.)/g, (_, told: string) => TOLD[told] ?? told) : text;
}

/** What is made of what many rows have alike, each worked out once and found again by its bytes, which become no text. */
class Remembered<T> {
  readonly #made: (by: string[]) => T;
  readonly #known = new Map<number, { bytes: Uint8Array; made: T }>();

  constructor(made: (by: string[]) => T) {
    this.#made = made;
  }

  of(bytes: Buffer, from: number, to: number): T {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    const found = this.#known.get(hash);
    if (found && isAt(found.bytes, bytes, from, to)) return found.made;
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    const made = this.#made(bytes.toString('latin1', from, to).split('\t'));
    this.#known.set(hash, { bytes: Uint8Array.from(bytes.subarray(from, to)), made });
    return made;
  }
}

function isAt(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let at = 0; at < known.length; at += 1) if (known[at] !== bytes[from + at]) return false;
  return true;
}
