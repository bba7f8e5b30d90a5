import type { Translate } from '#platform/i18n.ts';
import { refuse } from '#platform/refusal.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { type SheetColumn, writeXlsx } from '#platform/server/sheet-writer.ts';
import { columnLetter, problemSentence } from '../rules-answer.ts';
import { linesToMend } from '../rules-mend.ts';
import type { WhyNotWritten } from '../rules-problems.ts';
import { batchById } from './queries.ts';
import { previewBatch } from './queries-page.ts';
import { leftRows, rowsOfBatch } from './store-rows.ts';

const MOST = 50_000;
const WIDTHS: Record<string, number> = {
  number: 6,
  name: 48,
  registrant: 34,
  subject: 12,
  collective: 9,
  individual: 9,
};

/** The rows that a list left unwritten as an .xlsx of the office's own columns and one that says why; refuses (404) where there is none. */
export async function sheetToMend(
  db: ReadDb,
  ctx: Context,
  id: number,
  t: Translate,
): Promise<{ name: string; body: Uint8Array<ArrayBuffer> }> {
  const batch = (await batchById(db, ctx, id)) ?? refuse('missing', 'refusal.missing');
  const lines = await rowsOfBatch(db, id);
  const preview = await previewBatch(db, batch, lines, batch.decisionId !== null);
  const why = new Map<number, readonly WhyNotWritten[]>();
  if (batch.state === 'received') for (const row of preview.rows) if (row.why.length > 0) why.set(row.row, row.why);
  if (batch.state !== 'received')
    for (const row of await leftRows(db, id, 0, MOST)) why.set(row.number, row.problems ?? []);
  if (why.size === 0) refuse('missing', 'register.bad.none');

  const { heading, mapping, fields } = preview;
  const isSection = new Set(preview.skipped.filter((line) => line.why === 'section').map((line) => line.row));
  const sections = lines.filter((line) => isSection.has(line.number));
  // As they were understood, cells merged downwards filled in: a row must stand by itself in the new file.
  const left = preview.rows.filter((row) => why.has(row.row)).map((row) => ({ number: row.row, cells: row.raw }));
  const width = Math.max(heading.columns.length, ...left.map((row) => row.cells.length));
  const columns: SheetColumn[] = Array.from({ length: width }, (_, column) => ({
    title: heading.columns[column] ?? '',
    kind: 'text',
    width: WIDTHS[mapping[column] ?? ''] ?? 20,
  }));
  const rows = linesToMend(sections, left, mapping, fields).map(({ cells, number }) => [
    ...Array.from({ length: width }, (_, column) => cells[column] ?? null),
    number === null ? null : whyText(why.get(number) ?? [], heading.columns, t),
  ]);
  const titleLines = [t('register.bad.sheet', { file: batch.fileName }), t('register.bad.sheet_how')];
  const pieces = writeXlsx([...columns, { title: t('register.bad.why'), kind: 'text', width: 70 }], rows, {
    sheet: batch.sheetName || t('register.bad.title'),
    titleLines,
  });
  return { name: mendName(batch.fileName), body: Buffer.concat(await Array.fromAsync(pieces)) };
}

function whyText(why: readonly WhyNotWritten[], headings: readonly string[], t: Translate): string {
  const said = why.map((problem) => {
    const { column } = problem;
    const at =
      column === null
        ? ''
        : `${t('register.bad.at', { letter: columnLetter(column), heading: headings[column] ?? '' })} `;
    return at + problemSentence(problem, t);
  });
  return said.join('\n');
}

// Letters of a header: no marks, nothing that could end it.
function mendName(fileName: string): string {
  const bare = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${bare || 'danh-sach'}-dong-loi.xlsx`;
}
