import type { Language, Translate } from '#platform/i18n.ts';
import { formatMoment } from '#platform/moments.ts';
import { writeXlsx } from '#platform/server/sheet-writer.ts';
import { formatDay } from '#platform/vietnamese.ts';
import { sentence } from '../rules-sentence.ts';
import { sheetOf } from '../rules-table.ts';
import type { FiguresPage } from './queries-page.ts';

/** The table of the page as an .xlsx: the sentence, the moment and the definition above the lines. */
export async function figuresSheet(
  page: FiguresPage,
  now: Date,
  t: Translate,
  language: Language,
): Promise<{ name: string; body: Uint8Array<ArrayBuffer> }> {
  const { report, by, groups } = page;
  const { columns, rows } = sheetOf(report, by, groups, t);
  const titleLines = [
    sentence(report, t, language),
    t('figures.as_of', { moment: formatMoment(now, language) }),
    t(report.level === null ? 'figures.method.any' : 'figures.method.level'),
    t(`figures.view.${report.view}.said`, { day: formatDay(report.asOf, language) }),
  ];
  const name = ['so-lieu', report.cycle, report.level ?? 'moi-cap', by, report.place.code ?? '']
    .filter(Boolean)
    .join('-');
  // A table of lines that a page shows is small: it is whole before the answer begins, so a failure is an error page.
  const pieces = await Array.fromAsync(
    writeXlsx(columns, rows, { sheet: report.place.name || t('figures.title'), titleLines }),
  );
  return { name: `${name}.xlsx`, body: Buffer.concat(pieces) };
}
