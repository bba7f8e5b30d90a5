import type { Language, Translate } from '#platform/i18n.ts';
import { type Reason, Refusal } from '#platform/refusal.ts';
import { fold, nfcLines, parseDay } from '#platform/vietnamese.ts';
import { DRAFT_MAX, PARTS } from '../registration/schema.ts';
import { type Box, SECTIONS } from './rules-form.ts';
import { COLUMNS, choicesOf, FORM_MARK, FORM_VERSION, OFFICE_ONLY, type Offered, TICK } from './rules-sheet.ts';

/** A sheet of a workbook as the reader of files hands it on. */
interface Sheet {
  name: string;
  rows: readonly { number: number; cells: readonly string[]; formulas?: readonly number[] }[];
}
interface Around {
  offered: Offered;
  own: boolean;
  t: Translate;
  language: Language;
}

/** A cell that cannot be taken, by sheet and address. */
export interface BadCell {
  sheet: string;
  cell: string;
  reason: Reason;
}
/** What one filled sheet brings: boxes as a form on the screen would send them. */
export type Filled = Record<string, string | string[]>;

const MARKUP = /<\/?[a-z!][^<]*>/i;
const LETTER = 'ABCD'[COLUMNS.answer] as string;

/**
 * Reads the forms of a workbook, a sheet each; sheets that are no form, and forms in which nothing is written, are passed over.
 * Refuses a file without a form, or of another version of it.
 */
export function readForms(sheets: readonly Sheet[], around: Around): { forms: Filled[]; bad: BadCell[] } {
  const marked = sheets.flatMap((sheet) => {
    const mark = sheet.rows[0]?.cells[COLUMNS.key]?.trim() ?? '';
    return mark.startsWith(FORM_MARK) ? [{ sheet, mark }] : [];
  });
  if (marked.length === 0) throw new Refusal('invalid', 'draft.sheet.not_a_form');
  if (marked.some(({ mark }) => mark !== `${FORM_MARK} ${FORM_VERSION}`))
    throw new Refusal('invalid', 'draft.sheet.other_version');
  const read = marked
    .map(({ sheet }) => readForm(sheet, around))
    .filter(({ filled, bad }) => isWritten(filled) || bad.length > 0);
  return { forms: read.map(({ filled }) => filled), bad: read.flatMap(({ bad }) => bad) };
}

function isWritten(filled: Filled): boolean {
  return [...PARTS, 'registrantName', 'fieldId'].some((box) => (filled[box] ?? '') !== '');
}

function readForm(sheet: Sheet, { offered, own, t, language }: Around): { filled: Filled; bad: BadCell[] } {
  const boxes = SECTIONS.flatMap((section) => [...section.boxes] as Box[]);
  const filled: Filled = { levels: [], programmes: [] };
  const bad: BadCell[] = [];
  for (const { number, cells, formulas } of sheet.rows.slice(1)) {
    const [key = '', id] = (cells[COLUMNS.key] ?? '').trim().split(':');
    const box = boxes.find((each) => each === key);
    if (!box || (own && OFFICE_ONLY.includes(box))) continue;
    const answer = nfcLines(cells[COLUMNS.answer] ?? '');
    const label = cells[COLUMNS.label] ?? '';
    const refused = (code: string, params = {}) =>
      bad.push({ sheet: sheet.name, cell: `${LETTER}${number}`, reason: { code, params: { label, ...params } } });
    if (formulas?.includes(COLUMNS.answer)) refused('draft.sheet.formula');
    else if (MARKUP.test(answer)) refused('draft.sheet.markup');
    else if (answer.length > DRAFT_MAX) refused('draft.sheet.too_long', { max: DRAFT_MAX });
    else if (id !== undefined) {
      const known = choicesOf(box, offered, t, language).some(([, each]) => each === id);
      if (answer === '') continue;
      if (fold(answer) !== TICK) refused('draft.sheet.not_ticked');
      else if (known) (filled[box] as string[]).push(id);
      else refused('draft.sheet.not_offered');
    } else if (box === 'paperOn') {
      if (answer !== '' && !parseDay(answer)) refused('draft.sheet.no_day');
      else filled[box] = parseDay(answer) ?? '';
    } else if (['unitId', 'subject', 'cycleId', 'fieldId'].includes(box)) {
      const found = choicesOf(box, offered, t, language).find(([words]) => fold(words) === fold(answer));
      if (found) filled[box] = found[1];
      else if (answer !== '') refused('draft.sheet.not_offered');
    } else filled[box] = answer;
  }
  return { filled, bad };
}
