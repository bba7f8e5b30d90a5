import type { Level } from '#modules/organisations/unit/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import { type Context, dayOf, type ReadDb } from '#platform/server/context.ts';
import { type SheetColumn, writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { OVERDUE_STATES } from '../rules.ts';
import type { BoardFilter } from '../schema.ts';
import { BOARD_FILE, readBoard } from './queries.ts';

/** Every line of a board as a workbook, and how many they are; `cycle` is its code. */
export async function boardSheet(
  db: ReadDb,
  ctx: Context,
  filter: BoardFilter & { cycle: number; level: Level },
  { t, language, cycle }: { t: Translate; language: Language; cycle: string },
): Promise<{ rows: number; bytes: AsyncGenerator<Uint8Array> }> {
  const { lines } = await readBoard(db, ctx, { ...filter, after: 0 }, BOARD_FILE);
  const number = (title: string): SheetColumn => ({ title, width: 14, kind: 'number' });
  const columns: SheetColumn[] = [
    number(t('board.column.number')),
    { title: t('board.column.unit'), width: 32, kind: 'text' },
    { title: t('board.column.parent'), width: 28, kind: 'text' },
    ...(['sent', 'late', 'returned', 'overdue'] as const).map((key) => number(t(`board.column.${key}`))),
    ...OVERDUE_STATES.map((state) => number(t('board.column.overdue_at', { at: t(`board.at.${state}`) }))),
    { title: t('board.column.reminded'), width: 16, kind: 'date' },
  ];
  const rows = lines.map((line, at) => [
    at + 1,
    line.unit,
    line.parent ?? '',
    line.sent,
    line.late,
    line.returned,
    line.overdueAll,
    ...OVERDUE_STATES.map((state) => line.overdue[state] ?? 0),
    line.remindedOn,
  ]);
  const titleLines = [
    t('board.title_of', { cycle, level: t(`registration.level.${filter.level}`) }),
    t('board.made', { day: formatDay(dayOf(ctx.now), language) }),
  ];
  return { rows: rows.length, bytes: writeXlsx(columns, rows, { sheet: t('board.title'), titleLines }) };
}
