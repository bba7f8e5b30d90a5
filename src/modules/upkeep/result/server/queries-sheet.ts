import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { type SheetColumn, type SheetValues, writeCsv, writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { achieved } from '../rules.ts';
import type { ResultFilter } from '../schema.ts';
import { listResults, RESULT_FILE, type ResultLine } from './queries-list.ts';

const COLUMNS: [key: string, width: number, kind: SheetColumn['kind']][] = [
  ['number', 7, 'number'],
  ['code', 16, 'text'],
  ['model', 52, 'text'],
  ['place', 24, 'text'],
  ['name', 40, 'text'],
  ['unit', 14, 'text'],
  ['before', 14, 'number'],
  ['after', 14, 'number'],
  ['achieved', 14, 'number'],
  ['state', 14, 'text'],
  ['evidence', 40, 'text'],
  ['claimed_by', 24, 'text'],
  ['settled_by', 24, 'text'],
];

/** The rows of a filter as a file, and how many they are; `cycle` is its code. */
export async function resultSheet(
  db: ReadDb,
  ctx: Context,
  filter: ResultFilter & { cycle: number },
  format: 'csv' | 'xlsx',
  { t, language, cycle }: { t: Translate; language: Language; cycle: string },
): Promise<{ rows: number; bytes: AsyncGenerator<Uint8Array> }> {
  const { lines } = await listResults(db, ctx, { ...filter, after: undefined }, RESULT_FILE);
  const columns = COLUMNS.map(([key, width, kind]) => ({ title: t(`result.column.${key}`), width, kind }));
  const rows = lines.map((line, at) => valuesOf(line, at, t));
  const title = [t('result.title_of', { cycle }), t('result.made', { day: formatDay(dayOf(ctx.now), language) })];
  if (format === 'csv') return { rows: lines.length, bytes: writeCsv(columns, rows) };
  return { rows: lines.length, bytes: writeXlsx(columns, rows, { sheet: t('result.title'), titleLines: title }) };
}

function valuesOf(line: ResultLine, at: number, t: Translate): SheetValues {
  return [
    at + 1,
    line.code,
    line.model,
    line.place,
    line.name,
    line.unit || t(`result.unit.${line.kind}`),
    line.before,
    line.after,
    achieved(line),
    t(`result.state.${line.state}`),
    line.evidence,
    line.claimedByName,
    line.settledByName,
  ];
}
