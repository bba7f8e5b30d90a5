import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { sheetOf } from '#modules/registers/sheet/rules.ts';
import type { Translate } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { type MarkedSheet, writeMarked } from '#platform/server/sheet-writer-marked.ts';
import { linesToMend } from '../rules-mend.ts';
import type { WhyNotWritten } from '../rules-problems.ts';
import type { ReadSheet } from '../rules-read.ts';
import { batchById, type Preview } from './queries.ts';
import { previewBatch } from './queries-page.ts';
import { asciiName, readable, whyText, widthOf } from './queries-sheet-words.ts';
import { leftRows, rowsOfBatch } from './store-rows.ts';

const MOST = 50_000;

type Body = { name: string; body: Uint8Array<ArrayBuffer> };
type Why = ReadonlyMap<number, readonly WhyNotWritten[]>;

/** The rows that a list left unwritten as an .xlsx of the office's own columns and one that says why, a sheet for each of its sheets; refuses (404) where there is none. */
export async function sheetToMend(db: ReadDb, ctx: Context, id: number, t: Translate): Promise<Body> {
  const batch = (await batchById(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  if (batch.state === 'reading' || batch.state === 'failed') refuse('missing', 'register.still_reading');
  const lines = await rowsOfBatch(db, id);
  const preview = await previewBatch(db, batch, lines, batch.decisionId !== null);
  const why = new Map<number, readonly WhyNotWritten[]>();
  if (batch.state === 'received') for (const row of preview.rows) if (row.why.length > 0) why.set(row.row, row.why);
  if (batch.state !== 'received')
    for (const row of await leftRows(db, id, 0, MOST)) why.set(row.number, row.problems ?? []);
  if (why.size === 0) refuse('missing', 'register.bad.none');

  const titles = [t('register.bad.sheet', { file: batch.fileName }), t('register.bad.sheet_how')];
  const sheets = preview.sheets.flatMap((sheet) => toMend(sheet, preview, lines, why, titles, t) ?? []);
  const pieces = writeMarked(sheets);
  return {
    name: `${asciiName(batch.fileName)}-dong-loi.xlsx`,
    body: Buffer.concat(await Array.fromAsync(pieces)),
  };
}

function toMend(
  { index, name, heading, mapping }: ReadSheet,
  { rows, skipped, fields }: Preview,
  lines: readonly RegisterLine[],
  why: Why,
  titles: readonly string[],
  t: Translate,
): MarkedSheet | null {
  const own = lines.filter((line) => sheetOf(line.number) === index);
  const isSection = new Set(skipped.flatMap(({ why, row }) => (why === 'section' || why === 'table' ? [row] : [])));
  const sections = own
    .filter((line) => isSection.has(line.number))
    .map((line) => ({ number: line.number, cells: readable(line) }));
  const fontsOf = new Map(lines.flatMap((line) => (line.fonts ? [[line.number, { fonts: line.fonts }] as const] : [])));
  // As they were understood, cells merged downwards filled in: a row must stand by itself in the new file.
  const left = rows
    .filter((row) => sheetOf(row.row) === index && why.has(row.row))
    .map((row) => ({ number: row.row, cells: readable({ ...fontsOf.get(row.row), number: row.row, cells: row.raw }) }));
  if (left.length === 0) return null;
  const width = Math.max(heading.columns.length, ...left.map((row) => row.cells.length));
  // The list's own title stays: it may say whose rows these are.
  const above = own.filter((line) => line.number < heading.first).map((line) => readable(line).map(plain));
  const header = titles.length + above.length + 2;
  const head = [
    ...titles.map((text, at) => ({ number: at + 1, cells: [{ text, look: 'title' as const }] })),
    ...above.map((cells, at) => ({ number: titles.length + 1 + at, cells })),
    {
      number: header,
      cells: [...Array.from({ length: width }, (_, at) => heading.columns[at] ?? ''), t('register.bad.why')].map(
        (text) => ({ text, look: 'header' as const }),
      ),
    },
  ];
  const body = linesToMend(sections, left, mapping, fields).map(({ cells, number }, at) => ({
    number: header + 1 + at,
    cells: [
      ...Array.from({ length: width }, (_, column) => plain(cells[column])),
      number === null ? null : plain(whyText(why.get(number) ?? [], heading.columns, t)),
    ],
  }));
  const widths = [...Array.from({ length: width }, (_, column) => widthOf(mapping[column])), 70];
  return { name: name || t('register.bad.title'), widths, frozen: header, merges: [], rows: [...head, ...body] };
}

const plain = (text: string | undefined) => (text ? { text, look: 'plain' as const } : null);
