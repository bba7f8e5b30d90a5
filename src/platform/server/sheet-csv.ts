import { CsvError, parse } from 'csv-parse/sync';
import { doubtfulWords } from '../vietnamese-legacy.ts';
import { type Sheet, type SheetCounter, SheetError, type SheetLimits, type SheetRow, trimRow } from './sheet.ts';

/** A text table as cells of text: its encoding and its separator are found out, nothing is turned into a number or a date. */
export function readCsv(bytes: Uint8Array, counter: SheetCounter, limits: SheetLimits): Sheet {
  // Excel's own first line 'sep=;' is none of the rows that it shows.
  const text = decodeText(bytes).replace(/^\uFEFF?"?sep=.?"?(\r\n|\r|\n)/i, '');
  const records = parseRecords(text, limits);
  const rows: SheetRow[] = [];
  records.forEach((cells, index) => {
    if (!trimRow(cells)) return;
    counter.row(cells);
    rows.push({ number: index + 1, cells });
  });
  return { name: '', rows, merges: [] };
}

function parseRecords(text: string, limits: SheetLimits): string[][] {
  const delimiter = delimiterOf(text);
  const shared = { delimiter, relax_column_count: true, max_record_size: limits.characters, to: limits.rows * 2 };
  try {
    return parse(text, { ...shared, relax_quotes: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code !== 'CSV_QUOTE_NOT_CLOSED') throw new SheetError('broken');
  }
  // One stray quotation mark would swallow the rest of the file: then every line is a row as it stands.
  return parse(text, { ...shared, quote: false });
}

/**
 * Bytes of a text file as text: UTF-8 or UTF-16 by mark or by look, else windows-1258, or the Western table that TCVN3 and VNI are
 * written over, whichever gives more possible words. Of a file put together from several, lines that are UTF-8 are read as that.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const wide = wideOrder(bytes);
  if (wide) return decode(bytes, wide);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters tell a picture or a program from a text
  const binary = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;
  if (binary.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))) {
    throw new SheetError('not_a_sheet');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lines = linesOf(bytes);
    const [vietnamese, western] = ['windows-1258', 'windows-1252'].map((table) =>
      lines.map((line) => (typeof line === 'string' ? line : decode(line, table).normalize('NFC'))).join(''),
    );
    return doubt(western!) < doubt(vietnamese!) ? western! : vietnamese!;
  }
}

// Lines with their ends: text where a line is UTF-8, else its bytes.
function linesOf(bytes: Uint8Array): (string | Uint8Array)[] {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const lines: (string | Uint8Array)[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from) + 1 || bytes.length;
    const line = bytes.subarray(from, end);
    try {
      lines.push(utf8.decode(line));
    } catch {
      lines.push(line);
    }
    from = end;
  }
  return lines;
}

function doubt(text: string): number {
  const lines = text.split('\n').slice(0, 200);
  return lines.flatMap((line) => line.split(/[,;\t|]/)).reduce((sum, cell) => sum + doubtfulWords(cell), 0);
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

// UTF-16 without a mark: half of the bytes of spaces, digits and separators are zero, always on the same side.
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  if (bytes.length % 2 !== 0 || even + odd < sample.length / 10) return null;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : null;
}

/** The separator that stands most evenly outside quotation marks in the first lines; Excel's own `sep=` line is not needed for that. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines
      .slice(0, 60)
      .map((line) => line.split(delimiter).length - 1)
      .filter((count) => count > 0);
    const usual = mostFrequent(counts);
    const score = counts.filter((count) => count === usual).length * Math.min(usual, 5);
    if (score > best.score) Object.assign(best, { delimiter, score });
  }
  return best.delimiter;
}

function mostFrequent(counts: number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}
