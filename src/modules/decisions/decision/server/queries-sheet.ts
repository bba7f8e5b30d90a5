import { nameIn } from '#modules/movements/field/rules.ts';
import type { Language, Translate } from '#platform/i18n.ts';
import type { Context, ReadDb } from '#platform/server/context.ts';
import { type SheetColumn, type SheetValues, writeXlsx } from '#platform/server/sheet-writer.ts';
import { documentDate, fold, formatDay } from '#platform/vietnamese.ts';
import { inText } from '../rules.ts';
import type { DecisionLine } from './queries.ts';
import { listAnnex } from './queries-annex.ts';

const COLUMNS = [
  ['place', 5, 'number'],
  ['code', 16, 'text'],
  ['name', 60, 'text'],
  ['registrant', 36, 'text'],
  ['unit', 24, 'text'],
  ['parent', 24, 'text'],
  ['field', 24, 'text'],
  ['subject', 12, 'text'],
] as const;

/** The annex as an .xlsx, as far as the reader's scope goes: the decision above, a line for each model; and its file's name. */
export async function annexSheet(
  db: ReadDb,
  ctx: Context,
  decision: DecisionLine,
  t: Translate,
  language: Language,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> }> {
  const lines = await listAnnex(db, ctx, decision.id, 'all');
  const columns: SheetColumn[] = COLUMNS.map(([key, width, kind]) => ({
    title: t(`decision.annex.column.${key}`),
    width,
    kind,
  }));
  const { number, decidedOn, unit } = decision;
  const date = language === 'vi' ? documentDate(decidedOn) : formatDay(decidedOn, language);
  const titleLines = [
    t('decision.annex.head'),
    ...(decision.titleGroup ? [t('decision.annex.as', { group: nameIn(decision.titleGroup, language) })] : []),
    t('decision.annex.under', { number, date, unit: inText(unit ?? '', language) }),
  ];
  const rows = lines.map(
    (line): SheetValues => [
      line.place,
      line.code,
      line.name,
      line.registrant,
      line.unit ?? '',
      line.parent ?? '',
      language === 'vi' ? line.fieldVi : line.fieldEn,
      t(`registration.subject.${line.subject}`),
    ],
  );
  return {
    name: `${fileName(number, decidedOn)}.xlsx`,
    bytes: writeXlsx(columns, rows, { sheet: t('decision.annex'), titleLines }),
  };
}

/** '14-QĐ/BCĐ' of 24/02/2020 → 'quyet-dinh-14-qd-bcd-2020-02-24': letters that every system keeps. */
export function fileName(number: string, decidedOn: string): string {
  const plain = fold(number)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return ['quyet-dinh', plain, decidedOn].filter(Boolean).join('-');
}
