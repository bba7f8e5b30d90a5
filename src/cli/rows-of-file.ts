import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { decodeText } from '#platform/server/sheet-csv.ts';

/** The rows of a text file as cells: tab-separated, or by commas or semicolons if no line has a tab; whatever its encoding and line ends. */
export async function rowsOfFile(path: string): Promise<string[][]> {
  const text = await textOfFile(path);
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const delimiter = delimiterOf(lines[0] ?? '');
  const rows = lines.map((line) => line.split(delimiter));
  // Quotes stand in titles as they please; only a file that they alone explain is read by them.
  const even = rows.every((row) => row.length === rows[0]?.length);
  if (even || !text.includes('"')) return rows.map((row) => row.map(unquoted));
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch {
    return rows.map((row) => row.map(unquoted));
  }
}

/** A text file's content, without the mark of its encoding. */
export async function textOfFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) throw new Error(`There is no file to read at ${path}.`);
  return decodeText(bytes).replace(/^\uFEFF/, '');
}

const delimiterOf = (heading: string) =>
  heading.includes('\t') ? '\t' : heading.includes(';') ? ';' : heading.includes(',') ? ',' : '\t';

/** A cell without the quotation marks around it, doubled ones inside made single. */
export function unquoted(cell: string): string {
  const trimmed = cell.trim();
  const inside = /^"((?:[^"]|"")*)"$/.exec(trimmed)?.[1];
  return inside === undefined ? trimmed : inside.replaceAll('""', '"').trim();
}
