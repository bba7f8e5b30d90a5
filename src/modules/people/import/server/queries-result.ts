import type { Translate } from '#platform/i18n.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { writeXlsx } from '#platform/server/sheet-writer.ts';
import { COLUMNS } from '../rules.ts';
import { importPage } from './queries.ts';

/** A list with what became, or would become, of each row; texts stay texts, whatever they begin with. */
export async function resultSheet(
  db: ReadDb,
  ctx: Context,
  id: number,
  t: Translate,
): Promise<{ name: string; body: Buffer<ArrayBuffer> }> {
  const { rows } = await importPage(db, ctx, id);
  const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
  const columns = [
    { title: t('people_import.line'), width: 8, kind: 'number' as const },
    ...COLUMNS.map((column) => text(t(`people_import.column.${column}`), 24)),
    text(t('people_import.outcome'), 20),
    text(t('people_import.why'), 60),
  ];
  const values = rows.map(({ row, outcome, problem }) => [
    row.line,
    ...COLUMNS.map((column) => row.typed[column]),
    t(`people_import.outcome.${outcome}`),
    problem ? t(problem.code, problem.params) : '',
  ]);
  const pieces = writeXlsx(columns, values, { sheet: t('people_import.title') });
  return { name: `ket-qua-${id}.xlsx`, body: Buffer.concat(await Array.fromAsync(pieces)) };
}
