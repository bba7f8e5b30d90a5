import type { RegisterLine } from '#modules/registers/cell/rules-letters.ts';
import { rowOf, sheetOf } from '#modules/registers/sheet/rules.ts';
import type { Translate } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { type MarkedCell, type MarkedSheet, writeMarked } from '#platform/server/sheet-writer-marked.ts';
import type { WhyNotWritten } from '../rules-problems.ts';
import type { SheetPart } from '../rules-read.ts';
import { batchById } from './queries.ts';
import { previewBatch } from './queries-page.ts';
import { asciiName, readable, whyText, widthOf } from './queries-sheet-words.ts';
import { judgedRows } from './store-report.ts';
import { rowsOfBatch } from './store-rows.ts';

/** What became of a row of the list: 'ignored' for what is no row of it. */
interface Judged {
  outcome: string;
  why: readonly WhyNotWritten[];
}

/**
 * The office's own file with what became of each row: every row of the sheets that were read at its own number, bad cells coloured, and
 * one column behind the others that says the outcome or why not. Refuses (404) a list that is not there.
 */
export async function resultReport(
  db: ReadDb,
  ctx: Context,
  id: number,
  t: Translate,
): Promise<{ name: string; body: Uint8Array<ArrayBuffer> }> {
  const batch = (await batchById(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  if (batch.state === 'reading' || batch.state === 'failed') refuse('missing', 'register.still_reading');
  const lines = await rowsOfBatch(db, id);
  const parts = batch.mapping.sheets;
  let judged: Map<number, Judged>;
  let looks: SheetPart[] = parts;
  if (batch.state === 'received') {
    const preview = await previewBatch(db, batch, lines, true);
    judged = new Map(preview.rows.map(({ row, outcome, why }) => [row, { outcome, why }]));
    looks = parts.map((part, at) => {
      const sheet = preview.sheets.find(({ index }) => index === at);
      return sheet ? { ...part, headings: sheet.heading.columns, columns: sheet.mapping } : part;
    });
  } else
    judged = new Map((await judgedRows(db, id)).map(({ row, outcome, why }) => [row, { outcome, why: why ?? [] }]));

  const sheets = looks.flatMap((part, at) =>
    part.read
      ? [
          marked(
            part,
            lines.filter((line) => sheetOf(line.number) === at),
            judged,
            batch.state,
            t,
          ),
        ]
      : [],
  );
  return {
    name: `${asciiName(batch.fileName)}-ket-qua.xlsx`,
    body: Buffer.concat(await Array.fromAsync(writeMarked(sheets))),
  };
}

function marked(
  part: SheetPart,
  lines: readonly RegisterLine[],
  judged: ReadonlyMap<number, Judged>,
  state: string,
  t: Translate,
): MarkedSheet {
  const headings = part.headings ?? [];
  const width = lines.reduce((most, line) => Math.max(most, line.cells.length), headings.length);
  const first = lines.find((line) => judged.has(line.number));
  // The word over the new column stands in the row above the first model: the last one of the heading.
  const heading = lines.findLast((line) => first && line.number < first.number && line.cells.length > 2)?.number;
  const rows = lines.map((line) => {
    const row = judged.get(line.number);
    const cells: MarkedCell[] = readable(line).map((text) => (text ? { text, look: 'plain' } : null));
    for (const { column } of row?.why ?? []) {
      if (column === null) continue;
      while (cells.length <= column) cells.push(null);
      cells[column] = { text: cells[column]?.text ?? '', look: 'bad' };
    }
    while (cells.length < width) cells.push(null);
    if (line.number === heading) cells.push({ text: t('register.report.column'), look: 'header' });
    else if (row) cells.push(said(row, headings, state, t));
    return { number: rowOf(line.number), cells };
  });
  const merges = part.merges.map((merge) => ({ ...merge, top: rowOf(merge.top), bottom: rowOf(merge.bottom) }));
  const widths = [...Array.from({ length: width }, (_, column) => widthOf(part.columns?.[column])), 70];
  return { name: part.name, widths, frozen: heading ? rowOf(heading) : 0, rows, merges: apart(merges) };
}

function said({ outcome, why }: Judged, headings: readonly string[], state: string, t: Translate): MarkedCell {
  if (why.length > 0) return { text: whyText(why, headings, t), look: 'why' };
  if (outcome === 'invalid' || outcome === 'conflicting' || outcome === 'ignored' || outcome === 'pending') return null;
  const key = state === 'received' ? 'will' : state === 'undone' ? 'undone' : 'did';
  return {
    text: t(
      outcome === 'unchanged'
        ? 'register.report.unchanged'
        : `register.report.${key}.${outcome as 'created' | 'updated'}`,
    ),
    look: 'plain',
  };
}

// Excel calls a file damaged in which joined cells lie over each other.
function apart(merges: readonly MarkedSheet['merges'][number][]): MarkedSheet['merges'] {
  const taken = new Set<string>();
  return merges.filter(({ top, left, bottom, right }) => {
    if ((bottom - top + 1) * (right - left + 1) > 5_000) return false;
    const places: string[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) places.push(`${row} ${column}`);
    if (places.some((place) => taken.has(place))) return false;
    for (const place of places) taken.add(place);
    return true;
  });
}
